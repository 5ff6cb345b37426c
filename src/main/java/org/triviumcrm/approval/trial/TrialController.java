package org.triviumcrm.approval.trial;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseBody;
import org.triviumcrm.approval.flow.CanManageFlows;
import org.triviumcrm.identity.Viewer;
import org.triviumcrm.shared.web.Option;
import org.triviumcrm.shared.web.Rejected;

/** Tries a flow out on a record. */
@Controller
class TrialController {

    private final TrialService trials;

    TrialController(TrialService trials) {
        this.trials = trials;
    }

    @CanManageFlows
    @GetMapping("/administration/approvals/{id}/trial")
    String tryOut(
            @PathVariable long id,
            @ModelAttribute("trialForm") TrialForm form,
            BindingResult errors,
            Viewer viewer,
            Model model) {
        TrialPage page = trials.tryOut(viewer, id, form, errors);
        if (page == null) {
            return "redirect:/administration/approvals/" + id;
        }
        model.addAttribute("page", page);
        return errors.hasErrors() ? Rejected.with("approval/trial/trial") : "approval/trial/trial";
    }

    /** Answers the picker of records. */
    @ResponseBody
    @GetMapping("/administration/approvals/records")
    List<Option> records(@RequestParam String type, @RequestParam(required = false) @Nullable String q, Viewer viewer) {
        return trials.records(viewer, type, q == null ? "" : q);
    }
}
