package org.triviumcrm.support.rule;

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

/** The administrator's page of what holds for all tickets. */
@Controller
class TicketRuleController {

    private static final String PATH = "/administration/ticket-rules";
    private static final String VIEW = "support/rule/form";

    private final TicketRuleService rules;

    TicketRuleController(TicketRuleService rules) {
        this.rules = rules;
    }

    @CanSetTicketRules
    @GetMapping(PATH)
    String show(Viewer viewer, Model model) {
        model.addAttribute("input", rules.rules(viewer));
        return VIEW;
    }

    @CanSetTicketRules
    @PostMapping(PATH)
    String save(
            @Valid @ModelAttribute("input") SaveTicketRules input,
            BindingResult errors,
            Viewer viewer,
            RedirectAttributes flash) {
        if (errors.hasErrors()) {
            return Rejected.with(VIEW);
        }
        rules.change(viewer, input);
        flash.addFlashAttribute("notice", "support.rule.saved");
        return "redirect:" + PATH;
    }
}
