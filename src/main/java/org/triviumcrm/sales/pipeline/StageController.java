package org.triviumcrm.sales.pipeline;

import jakarta.validation.Valid;
import java.util.Arrays;
import java.util.List;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.orm.ObjectOptimisticLockingFailureException;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.triviumcrm.identity.Viewer;
import org.triviumcrm.shared.history.EditConflicts;
import org.triviumcrm.shared.web.Option;
import org.triviumcrm.shared.web.Rejected;

/** The stages of a pipeline: add, change, put in order, remove. */
@Controller
class StageController {

    private static final String PIPELINES = "redirect:/administration/pipelines";

    private final PipelineService pipelines;
    private final StageService stages;
    private final EditConflicts conflicts;
    private final MessageSource messages;

    StageController(PipelineService pipelines, StageService stages, EditConflicts conflicts, MessageSource messages) {
        this.conflicts = conflicts;
        this.pipelines = pipelines;
        this.stages = stages;
        this.messages = messages;
    }

    @GetMapping("/administration/pipelines/{pipelineId}/stages/new")
    String blank(@PathVariable long pipelineId, Viewer viewer, Model model) {
        pipelines.find(viewer, pipelineId);
        model.addAttribute("input", SaveStage.empty());
        return form(model, "/administration/pipelines/" + pipelineId + "/stages", true);
    }

    @CanManagePipelines
    @PostMapping("/administration/pipelines/{pipelineId}/stages")
    String create(
            @PathVariable long pipelineId,
            @Valid @ModelAttribute("input") SaveStage input,
            BindingResult errors,
            Viewer viewer,
            Model model,
            RedirectAttributes flash) {
        if (errors.hasErrors() || isNameTaken(viewer, pipelineId, 0, input, errors)) {
            return Rejected.with(form(model, "/administration/pipelines/" + pipelineId + "/stages", true));
        }
        stages.add(viewer, pipelineId, input);
        return done(flash);
    }

    @GetMapping("/administration/stages/{id}/edit")
    String edit(@PathVariable long id, Viewer viewer, Model model) {
        Stage stage = pipelines.stage(viewer, id);
        pipelines.find(viewer, stage.getPipelineId());
        model.addAttribute("input", SaveStage.of(stage));
        return editForm(viewer, model, stage);
    }

    @CanManagePipelines
    @PostMapping("/administration/stages/{id}")
    String update(
            @PathVariable long id,
            @Valid @ModelAttribute("input") SaveStage input,
            BindingResult errors,
            Viewer viewer,
            Model model,
            RedirectAttributes flash) {
        Stage stage = pipelines.stage(viewer, id);
        if (errors.hasErrors() || isNameTaken(viewer, stage.getPipelineId(), id, input, errors)) {
            return Rejected.with(editForm(viewer, model, stage));
        }
        try {
            stages.update(viewer, id, input);
        } catch (ObjectOptimisticLockingFailureException e) {
            Stage saved = pipelines.stage(viewer, id);
            String form = editForm(viewer, model, saved);
            return conflicts.show(model, "stage", id, saved.getVersion(), SaveStage.of(saved), input, form);
        }
        return done(flash);
    }

    @PostMapping("/administration/stages/{id}/place")
    String move(@PathVariable long id, @RequestParam int step, Viewer viewer) {
        stages.move(viewer, id, step);
        return PIPELINES;
    }

    @PostMapping("/administration/stages/{id}/removal")
    String remove(@PathVariable long id, @RequestParam long toStageId, Viewer viewer, RedirectAttributes flash) {
        try {
            stages.remove(viewer, id, toStageId);
            flash.addFlashAttribute("notice", "sales.stage.removed");
        } catch (StageUnderApproval e) {
            flash.addFlashAttribute("problem", e.key());
        }
        return PIPELINES;
    }

    private boolean isNameTaken(Viewer viewer, long pipelineId, long id, SaveStage input, BindingResult errors) {
        boolean taken = pipelines.stages(viewer, pipelineId).stream()
                .anyMatch(other -> other.getId() != id
                        && other.getName().equalsIgnoreCase(input.name().strip()));
        if (taken) {
            errors.rejectValue("name", "sales.stage.error.nameTaken");
        }
        return taken;
    }

    private String editForm(Viewer viewer, Model model, Stage stage) {
        model.addAttribute("stage", stage);
        model.addAttribute(
                "others",
                pipelines.stages(viewer, stage.getPipelineId()).stream()
                        .filter(other -> other.isOpen() && other.getId() != stage.getId())
                        .toList());
        return form(model, "/administration/stages/" + stage.getId(), stage.isOpen());
    }

    private String form(Model model, String action, boolean open) {
        model.addAttribute("action", action);
        model.addAttribute("open", open);
        List<Option> bases = Arrays.stream(StageBasis.values())
                .map(basis -> new Option(
                        basis,
                        messages.getMessage("sales.stage.basis." + basis, null, LocaleContextHolder.getLocale())))
                .toList();
        model.addAttribute("bases", bases);
        model.addAttribute("categories", ForecastOptions.of(messages));
        return "sales/pipeline/stage";
    }

    private static String done(RedirectAttributes flash) {
        flash.addFlashAttribute("notice", "sales.stage.saved");
        return PIPELINES;
    }
}
