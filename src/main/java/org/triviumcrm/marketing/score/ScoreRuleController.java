package org.triviumcrm.marketing.score;

import io.github.wimdeblauwe.htmx.spring.boot.mvc.HtmxRequest;
import jakarta.validation.Valid;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.orm.ObjectOptimisticLockingFailureException;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.WebDataBinder;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.InitBinder;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.triviumcrm.identity.Viewer;
import org.triviumcrm.shared.condition.ConditionField;
import org.triviumcrm.shared.condition.GroupActs;
import org.triviumcrm.shared.condition.WholeText;
import org.triviumcrm.shared.history.EditConflicts;
import org.triviumcrm.shared.web.Rejected;

/** The form of a rule. */
@Controller
class ScoreRuleController {

    private static final String MANY = ScoreController.PATH + "/rules";
    private static final String ONE = MANY + "/{id:\\d+}";

    private final ScoreService scores;
    private final ScoreConditions attributes;
    private final EditConflicts conflicts;

    ScoreRuleController(ScoreService scores, ScoreConditions attributes, EditConflicts conflicts) {
        this.scores = scores;
        this.attributes = attributes;
        this.conflicts = conflicts;
    }

    @InitBinder("saveScoreRule")
    void read(WebDataBinder binder) {
        binder.registerCustomEditor(String[].class, new WholeText());
    }

    @CanManageScores
    @GetMapping(MANY + "/new")
    String blank(Viewer viewer, Model model) {
        return form(model, new SaveScoreRule(), 0);
    }

    @CanManageScores
    @PostMapping(MANY)
    String create(
            @Valid @ModelAttribute("saveScoreRule") SaveScoreRule form,
            BindingResult errors,
            Viewer viewer,
            Model model,
            RedirectAttributes flash) {
        if (isRefused(viewer, form, 0, errors)) {
            return Rejected.with(form(model, form, 0));
        }
        scores.create(viewer, form, fields());
        return done(flash, "marketing.score.saved");
    }

    @GetMapping(ONE + "/edit")
    String edit(@PathVariable long id, Viewer viewer, Model model) {
        return form(model, scores.find(viewer, id, fields()), id);
    }

    @CanManageScores
    @PostMapping(ONE)
    String update(
            @PathVariable long id,
            @Valid @ModelAttribute("saveScoreRule") SaveScoreRule form,
            BindingResult errors,
            Viewer viewer,
            Model model,
            RedirectAttributes flash) {
        scores.find(viewer, id, fields());
        if (isRefused(viewer, form, id, errors)) {
            return Rejected.with(form(model, form, id));
        }
        try {
            scores.update(viewer, id, form, fields());
        } catch (ObjectOptimisticLockingFailureException e) {
            SaveScoreRule now = scores.find(viewer, id, fields());
            int version = now.getVersion() == null ? 0 : now.getVersion();
            return conflicts.show(model, ScoreHistory.TABLE, id, version, now, form, form(model, form, id));
        }
        return done(flash, "marketing.score.saved");
    }

    @PostMapping(ONE + "/removal")
    String remove(@PathVariable long id, Viewer viewer, RedirectAttributes flash) {
        scores.remove(viewer, id);
        return done(flash, "marketing.score.removed");
    }

    /** The form again, after what a button of its conditions does; nothing is saved. @param rule its id, 0 for a new one */
    @CanManageScores
    @PostMapping(MANY + "/rows")
    String rows(
            @RequestParam long rule,
            @RequestParam(required = false) @Nullable List<String> act,
            SaveScoreRule form,
            BindingResult errors,
            HtmxRequest request,
            Viewer viewer,
            Model model) {
        GroupActs.apply(form, "when", form.getWhen(), act == null ? List.of() : act, fields());
        String view = form(model, form, rule);
        return request.isHtmxRequest() ? view + " :: rule" : view;
    }

    private Map<String, ConditionField> fields() {
        return attributes.offered(LocaleContextHolder.getLocale());
    }

    private boolean isRefused(Viewer viewer, SaveScoreRule form, long id, BindingResult errors) {
        form.check(fields(), errors);
        if (!errors.hasFieldErrors("name") && scores.isNameTaken(viewer, form.getName(), id)) {
            errors.rejectValue("name", "marketing.score.error.nameTaken");
        }
        return errors.hasErrors();
    }

    private String form(Model model, SaveScoreRule form, long id) {
        model.addAttribute("saveScoreRule", form);
        model.addAttribute("editor", new ScoreEditor(id, fields()));
        model.addAttribute("events", LeadEvent.values());
        return "marketing/score/form";
    }

    private static String done(RedirectAttributes flash, String notice) {
        flash.addFlashAttribute("notice", notice);
        return "redirect:" + ScoreController.PATH;
    }
}
