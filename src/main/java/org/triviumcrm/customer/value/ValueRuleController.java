package org.triviumcrm.customer.value;

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

/** The administrator's page of what makes the classes. */
@Controller
class ValueRuleController {

    private static final String PATH = "/administration/customer-value";
    private static final String VIEW = "customer/value/form";

    private final ValueService values;

    ValueRuleController(ValueService values) {
        this.values = values;
    }

    @CanSetValueRules
    @GetMapping(PATH)
    String show(Viewer viewer, Model model) {
        model.addAttribute("input", values.rules(viewer));
        return VIEW;
    }

    @CanSetValueRules
    @PostMapping(PATH)
    String save(
            @Valid @ModelAttribute("input") SaveValueRules input,
            BindingResult errors,
            Viewer viewer,
            RedirectAttributes flash) {
        if (!errors.hasErrors() && !input.isOrdered()) {
            errors.rejectValue("shareB", "customer.value.error.order");
        }
        if (errors.hasErrors()) {
            return Rejected.with(VIEW);
        }
        values.change(viewer, input);
        flash.addFlashAttribute("notice", "customer.value.saved");
        return "redirect:" + PATH;
    }
}
