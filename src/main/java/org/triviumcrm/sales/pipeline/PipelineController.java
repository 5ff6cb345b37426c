package org.triviumcrm.sales.pipeline;

import jakarta.validation.Valid;
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
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.triviumcrm.identity.Teams;
import org.triviumcrm.identity.Viewer;
import org.triviumcrm.shared.history.EditConflicts;
import org.triviumcrm.shared.web.Option;
import org.triviumcrm.shared.web.Rejected;

/** The administrator's pipelines. */
@Controller
class PipelineController {

    private final PipelineService pipelines;
    private final Teams teams;
    private final EditConflicts conflicts;
    private final MessageSource messages;

    PipelineController(PipelineService pipelines, Teams teams, EditConflicts conflicts, MessageSource messages) {
        this.conflicts = conflicts;
        this.pipelines = pipelines;
        this.teams = teams;
        this.messages = messages;
    }

    @GetMapping("/administration/pipelines")
    String list(Viewer viewer, Model model) {
        model.addAttribute("rows", pipelines.all(viewer));
        return "sales/pipeline/list";
    }

    @GetMapping("/administration/pipelines/new")
    String blank(Viewer viewer, Model model) {
        pipelines.all(viewer);
        model.addAttribute("input", SavePipeline.everybodys(""));
        return form(model, 0);
    }

    @CanManagePipelines
    @PostMapping("/administration/pipelines")
    String create(
            @Valid @ModelAttribute("input") SavePipeline input,
            BindingResult errors,
            Viewer viewer,
            Model model,
            RedirectAttributes flash) {
        if (errors.hasErrors() || isRefused(viewer, input, 0, errors)) {
            return Rejected.with(form(model, 0));
        }
        List<SaveStage> first = List.of(SaveStage.planned(text("sales.seed.prospecting"), 10, 30, 50));
        pipelines.create(viewer, input, first, text("sales.state.WON"), text("sales.state.LOST"));
        flash.addFlashAttribute("notice", "sales.pipeline.saved");
        return "redirect:/administration/pipelines";
    }

    @GetMapping("/administration/pipelines/{id}/edit")
    String edit(@PathVariable long id, Viewer viewer, Model model) {
        model.addAttribute("input", SavePipeline.of(pipelines.find(viewer, id)));
        return form(model, id);
    }

    @CanManagePipelines
    @PostMapping("/administration/pipelines/{id}")
    String update(
            @PathVariable long id,
            @Valid @ModelAttribute("input") SavePipeline input,
            BindingResult errors,
            Viewer viewer,
            Model model,
            RedirectAttributes flash) {
        if (errors.hasErrors() || isRefused(viewer, input, id, errors)) {
            return Rejected.with(form(model, id));
        }
        try {
            pipelines.update(viewer, id, input);
        } catch (ObjectOptimisticLockingFailureException e) {
            Pipeline saved = pipelines.find(viewer, id);
            return conflicts.show(
                    model, "pipeline", id, saved.getVersion(), SavePipeline.of(saved), input, form(model, id));
        }
        flash.addFlashAttribute("notice", "sales.pipeline.saved");
        return "redirect:/administration/pipelines";
    }

    private boolean isRefused(Viewer viewer, SavePipeline input, long id, BindingResult errors) {
        if (pipelines.isNameTaken(viewer, input.name(), id)) {
            errors.rejectValue("name", "sales.pipeline.error.nameTaken");
        }
        return errors.hasErrors();
    }

    private String form(Model model, long id) {
        model.addAttribute("id", id);
        model.addAttribute(
                "teams",
                teams.tree().stream()
                        .map(team -> new Option(team.id(), team.path()))
                        .toList());
        return "sales/pipeline/form";
    }

    private String text(String key) {
        return messages.getMessage(key, null, LocaleContextHolder.getLocale());
    }
}
