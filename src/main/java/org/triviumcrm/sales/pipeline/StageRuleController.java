package org.triviumcrm.sales.pipeline;

import jakarta.validation.Valid;
import org.springframework.orm.ObjectOptimisticLockingFailureException;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.triviumcrm.identity.Viewer;
import org.triviumcrm.shared.history.EditConflicts;
import org.triviumcrm.shared.history.HistoryField;
import org.triviumcrm.shared.web.Rejected;

/** Which moves a pipeline allows, and what its stages ask for. */
@Controller
class StageRuleController {

    /** The ticks, which the history keeps stage by stage. */
    private static final HistoryField[] SETS = {
        new HistoryField("moves", "sales.rule.matrix", "stage-rule"),
        new HistoryField("entries", "sales.rule.entry", "stage"),
        new HistoryField("asked", "sales.rule.fields", "stage-rule")
    };

    private final StageRuleService rules;
    private final EditConflicts conflicts;

    StageRuleController(StageRuleService rules, EditConflicts conflicts) {
        this.rules = rules;
        this.conflicts = conflicts;
    }

    @CanManagePipelines
    @GetMapping("/administration/pipelines/{id}/rules")
    String edit(@PathVariable long id, Viewer viewer, Model model) {
        Pipeline pipeline = rules.pipeline(viewer, id);
        StageRules present = rules.of(viewer, id);
        model.addAttribute("input", SaveStageRules.of(present, pipeline.getVersion()));
        return form(model, pipeline, present);
    }

    @CanManagePipelines
    @PostMapping("/administration/pipelines/{id}/rules")
    String save(
            @PathVariable long id,
            @Valid @ModelAttribute("input") SaveStageRules input,
            BindingResult errors,
            Viewer viewer,
            Model model,
            RedirectAttributes flash) {
        Pipeline pipeline = rules.pipeline(viewer, id);
        if (errors.hasErrors()) {
            return Rejected.with(form(model, pipeline, rules.of(viewer, id)));
        }
        try {
            rules.save(viewer, id, input);
        } catch (ObjectOptimisticLockingFailureException e) {
            StageRules saved = rules.of(viewer, id);
            int version = rules.pipeline(viewer, id).getVersion();
            return conflicts.show(
                    model,
                    "pipeline",
                    id,
                    version,
                    SaveStageRules.of(saved, version),
                    input,
                    form(model, pipeline, saved),
                    SETS);
        }
        flash.addFlashAttribute("notice", "sales.rule.saved");
        return "redirect:" + address(id);
    }

    private static String address(long id) {
        return "/administration/pipelines/" + id + "/rules";
    }

    private static String form(Model model, Pipeline pipeline, StageRules rules) {
        model.addAttribute("pipeline", pipeline);
        model.addAttribute("rules", rules);
        model.addAttribute("problems", rules.problems());
        model.addAttribute("fields", StageField.values());
        model.addAttribute("moveRules", MoveRule.values());
        model.addAttribute("rollbacks", Rollback.values());
        return "sales/pipeline/rules";
    }
}
