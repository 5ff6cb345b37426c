package org.triviumcrm.support.portal;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;
import java.util.List;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.triviumcrm.shared.web.Rejected;

/** A customer's own name, language and password. */
@Controller
@PortalPage
class PortalProfileController {

    private static final String PATH = "/portal/profile";

    private final PortalProfileService profiles;

    PortalProfileController(PortalProfileService profiles) {
        this.profiles = profiles;
    }

    @GetMapping(PATH)
    String show(PortalCustomer me, Model model) {
        model.addAttribute("input", profile(me));
        model.addAttribute("password", new ChooseOwnPassword("", ""));
        return page(model);
    }

    @PostMapping(PATH)
    String save(
            @Valid @ModelAttribute("input") SaveProfile input,
            BindingResult errors,
            PortalCustomer me,
            Model model,
            RedirectAttributes flash) {
        if (errors.hasErrors()) {
            model.addAttribute("password", new ChooseOwnPassword("", ""));
            return Rejected.with(page(model));
        }
        profiles.settle(me, input);
        flash.addFlashAttribute("notice", "support.portal.profile.saved");
        return "redirect:" + PATH;
    }

    /** All other sessions are over; this one goes on. */
    @PostMapping(PATH + "/password")
    String changePassword(
            @Valid @ModelAttribute("password") ChooseOwnPassword input,
            BindingResult errors,
            PortalCustomer me,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model,
            RedirectAttributes flash) {
        if (!errors.hasErrors()) {
            try {
                goOn(me, profiles.changePassword(me, input, PortalSignIn.place(request)), request, response);
                flash.addFlashAttribute("notice", "support.portal.password.changed");
                return "redirect:" + PATH;
            } catch (PortalRefusal refused) {
                boolean present = refused.key().equals("identity.password.wrong");
                errors.rejectValue(present ? "current" : "password", refused.key());
            }
        }
        model.addAttribute("input", profile(me));
        return Rejected.with(page(model));
    }

    private static void goOn(
            PortalCustomer me, int generation, HttpServletRequest request, HttpServletResponse response) {
        SecurityContext context = SecurityContextHolder.createEmptyContext();
        context.setAuthentication(UsernamePasswordAuthenticationToken.authenticated(
                new SignedInCustomer(me.accountId(), generation), null, List.of()));
        SecurityContextHolder.setContext(context);
        request.changeSessionId();
        PortalSecurity.sessions().saveContext(context, request, response);
    }

    private static SaveProfile profile(PortalCustomer me) {
        return new SaveProfile(me.name(), PortalLanguages.of(me.locale()));
    }

    private static String page(Model model) {
        model.addAttribute("languages", PortalLanguages.options());
        return "support/portal/profile";
    }
}
