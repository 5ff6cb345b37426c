package org.triviumcrm.support.portal;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.validation.Valid;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.triviumcrm.identity.WebAccess;
import org.triviumcrm.shared.web.Rejected;

/** Choosing a password with a letter, and asking for such a letter. */
@Controller
@PortalPage
class PortalKeyController {

    private static final String KEY = "/portal/keys/{key:" + PortalKey.PATTERN + "}";

    private final PortalKeyService keys;

    PortalKeyController(PortalKeyService keys) {
        this.keys = keys;
    }

    /** Looking uses nothing up: mail programs look as well. */
    @GetMapping(KEY)
    String ask(@PathVariable String key, Model model) {
        model.addAttribute("input", new ChooseFirstPassword(""));
        return page(key, model);
    }

    @PostMapping(KEY)
    String choose(
            @PathVariable String key,
            @Valid @ModelAttribute("input") ChooseFirstPassword input,
            BindingResult errors,
            HttpServletRequest request,
            Model model,
            RedirectAttributes flash) {
        Optional<PortalKeyService.Holder> holder = keys.holder(key);
        if (!errors.hasErrors() && holder.isPresent()) {
            try {
                Optional<String> wrong = keys.choose(key, input.password(), PortalSignIn.place(request));
                if (wrong.isEmpty()) {
                    flash.addFlashAttribute("notice", "support.portal.password.chosen");
                    flash.addFlashAttribute("email", holder.get().email());
                    return "redirect:/portal/sign-in";
                }
                errors.rejectValue("password", wrong.get());
            } catch (PortalRefusal over) {
                return page(key, model);
            }
        }
        return holder.isPresent() ? Rejected.with(page(key, model)) : page(key, model);
    }

    private String page(String key, Model model) {
        Optional<PortalKeyService.Holder> holder = keys.holder(key);
        if (holder.isEmpty()) {
            return Rejected.with("support/portal/over", HttpStatus.NOT_FOUND);
        }
        model.addAttribute("key", key);
        model.addAttribute("holder", holder.get());
        return "support/portal/key";
    }

    @GetMapping("/portal/forgotten")
    String forgotten() {
        return "support/portal/forgotten";
    }

    /** Says the same whatever was typed. */
    @PostMapping("/portal/forgotten")
    String sendLetter(
            @RequestParam(required = false) @Nullable String email,
            HttpServletRequest request,
            RedirectAttributes flash) {
        keys.forgotten(email, WebAccess.address(request));
        flash.addFlashAttribute("notice", "support.portal.forgotten.sent");
        return "redirect:/portal/sign-in";
    }
}
