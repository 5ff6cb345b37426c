package org.triviumcrm.sales.assignment;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseBody;
import org.triviumcrm.identity.Viewer;
import org.triviumcrm.shared.web.Option;

/** Tries the rules on an opportunity that is there: who would get it, and why. */
@Controller
class AssignmentTrialController {

    private final AssignmentService rules;

    AssignmentTrialController(AssignmentService rules) {
        this.rules = rules;
    }

    @GetMapping("/administration/assignment/opportunities")
    @ResponseBody
    List<Option> samples(@RequestParam(required = false) @Nullable String q, Viewer viewer) {
        return rules.samples(viewer, q);
    }

    @CanManageAssignment
    @GetMapping("/administration/assignment/trial")
    String show(@RequestParam(required = false) @Nullable Long opportunity, Viewer viewer, Model model) {
        List<TriedRule> tried = opportunity == null ? List.of() : rules.tried(viewer, opportunity);
        model.addAttribute("opportunity", opportunity);
        model.addAttribute("opportunityName", opportunity == null ? null : rules.nameOf(viewer, opportunity));
        model.addAttribute("tried", tried);
        model.addAttribute(
                "first",
                tried.stream()
                        .filter(rule -> rule.assigned() != null)
                        .findFirst()
                        .orElse(null));
        return "sales/assignment/trial";
    }
}
