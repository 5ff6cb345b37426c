package org.triviumcrm.support.satisfaction;

import jakarta.validation.Valid;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.triviumcrm.identity.Viewer;
import org.triviumcrm.shared.web.Rejected;

/** The administrator's page of what is asked once a ticket is solved. */
@Controller
class SatisfactionController {

    private static final String PATH = "/administration/ticket-satisfaction";
    private static final String VIEW = "support/satisfaction/form";

    private final SatisfactionService satisfaction;

    SatisfactionController(SatisfactionService satisfaction) {
        this.satisfaction = satisfaction;
    }

    @CanSetSatisfaction
    @GetMapping(PATH)
    String show(Viewer viewer, Model model) {
        model.addAttribute("input", satisfaction.rule(viewer));
        return form(viewer, model);
    }

    @CanSetSatisfaction
    @PostMapping(PATH)
    String save(
            @Valid @ModelAttribute("input") SaveSatisfaction input,
            BindingResult errors,
            Viewer viewer,
            Model model,
            RedirectAttributes flash) {
        if (!errors.hasErrors() && !satisfaction.isChoice(viewer, input.surveyId())) {
            errors.rejectValue("surveyId", "support.satisfaction.error.survey");
        }
        if (errors.hasErrors()) {
            return Rejected.with(form(viewer, model));
        }
        satisfaction.change(viewer, input);
        flash.addFlashAttribute("notice", "support.satisfaction.saved");
        return "redirect:" + PATH;
    }

    private String form(Viewer viewer, Model model) {
        model.addAttribute("surveys", satisfaction.choices(viewer));
        return VIEW;
    }
}
