package org.triviumcrm.marketing.cost;

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

/** The administrator's setting of when costs are warned about. */
@Controller
class CostWarningController {

    private static final String PATH = "/administration/cost-warning";
    private static final String VIEW = "marketing/cost/warning";

    private final CostWarningService warnings;

    CostWarningController(CostWarningService warnings) {
        this.warnings = warnings;
    }

    @GetMapping(PATH)
    String show(Viewer viewer, Model model) {
        model.addAttribute("input", new SaveCostWarning(warnings.percent(viewer)));
        return VIEW;
    }

    @CanSetCostWarning
    @PostMapping(PATH)
    String save(
            @Valid @ModelAttribute("input") SaveCostWarning input,
            BindingResult errors,
            Viewer viewer,
            RedirectAttributes flash) {
        if (errors.hasErrors()) {
            return Rejected.with(VIEW);
        }
        warnings.change(viewer, input);
        flash.addFlashAttribute("notice", "marketing.cost.warning.saved");
        return "redirect:" + PATH;
    }
}
