package org.triviumcrm.messaging.mail;

import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.triviumcrm.identity.Viewer;

/** The part of one's account about notices. */
@Controller
@RequestMapping("/account/notices")
class MailChoiceController {

    private final MailChoiceService choices;

    MailChoiceController(MailChoiceService choices) {
        this.choices = choices;
    }

    @GetMapping
    String show(Viewer viewer, Model model) {
        model.addAttribute("input", new ChooseMail(choices.standing(viewer).mail()));
        return page(viewer, model);
    }

    @PostMapping
    String choose(
            @Valid @ModelAttribute("input") ChooseMail input,
            BindingResult errors,
            Viewer viewer,
            Model model,
            HttpServletResponse response,
            RedirectAttributes after) {
        if (errors.hasErrors()) {
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
            return page(viewer, model);
        }
        choices.choose(viewer, input);
        after.addFlashAttribute("notice", "messaging.choice.saved");
        return "redirect:/account/notices";
    }

    private String page(Viewer viewer, Model model) {
        model.addAttribute("standing", choices.standing(viewer));
        return "messaging/mail/choice";
    }
}
