package org.triviumcrm.survey.plan;

import jakarta.validation.Valid;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.orm.ObjectOptimisticLockingFailureException;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.triviumcrm.identity.Viewer;
import org.triviumcrm.shared.history.EditConflicts;
import org.triviumcrm.shared.web.Rejected;
import org.triviumcrm.survey.survey.CanManageSurveys;

/** The plans by which customers are asked. */
@Controller
@RequestMapping(SurveyPlanController.PATH)
class SurveyPlanController {

    static final String PATH = "/surveys/plans";

    private final SurveyPlanService plans;
    private final EditConflicts conflicts;

    SurveyPlanController(SurveyPlanService plans, EditConflicts conflicts) {
        this.plans = plans;
        this.conflicts = conflicts;
    }

    @CanManageSurveys
    @GetMapping
    String list(Viewer viewer, Model model) {
        model.addAttribute("plans", plans.all(viewer));
        model.addAttribute(
                "names",
                plans.all(viewer).stream()
                        .map(SurveyPlan::getSurveyId)
                        .distinct()
                        .flatMap(id -> plans.surveys(viewer, id).stream())
                        .collect(Collectors.toMap(
                                one -> one.value().toString(), one -> one.text(), (one, same) -> one)));
        return "survey/plan/list";
    }

    @CanManageSurveys
    @GetMapping("/new")
    String blank(Viewer viewer, Model model) {
        model.addAttribute("input", SavePlan.blank());
        return form(viewer, model, 0, null);
    }

    @CanManageSurveys
    @PostMapping
    String create(
            @Valid @ModelAttribute("input") SavePlan input,
            BindingResult errors,
            Viewer viewer,
            Model model,
            RedirectAttributes flash) {
        if (isRefused(viewer, input, 0, errors)) {
            return Rejected.with(form(viewer, model, 0, null));
        }
        plans.create(viewer, input);
        return done(flash);
    }

    @CanManageSurveys
    @GetMapping("/{planId:\\d+}/edit")
    String edit(@PathVariable long planId, Viewer viewer, Model model) {
        SurveyPlan plan = plans.find(viewer, planId);
        model.addAttribute("input", plan.toInput());
        return form(viewer, model, planId, plan.getSurveyId());
    }

    @CanManageSurveys
    @PostMapping("/{planId:\\d+}")
    String update(
            @PathVariable long planId,
            @Valid @ModelAttribute("input") SavePlan input,
            BindingResult errors,
            Viewer viewer,
            Model model,
            RedirectAttributes flash) {
        SurveyPlan saved = plans.find(viewer, planId);
        if (isRefused(viewer, input, planId, errors)) {
            return Rejected.with(form(viewer, model, planId, saved.getSurveyId()));
        }
        try {
            plans.update(viewer, planId, input);
        } catch (ObjectOptimisticLockingFailureException e) {
            SurveyPlan now = plans.find(viewer, planId);
            String form = form(viewer, model, planId, now.getSurveyId());
            return conflicts.show(model, "survey_plan", planId, now.getVersion(), now.toInput(), input, form);
        }
        return done(flash);
    }

    private boolean isRefused(Viewer viewer, SavePlan input, long id, BindingResult errors) {
        if (!errors.hasErrors() && plans.isNameTaken(viewer, input.name(), id)) {
            errors.rejectValue("name", "survey.plan.error.nameTaken");
        }
        if (!errors.hasErrors() && !plans.isChoice(viewer, input.surveyId(), id)) {
            errors.rejectValue("surveyId", "survey.plan.error.survey");
        }
        return errors.hasErrors();
    }

    private String form(Viewer viewer, Model model, long id, @Nullable Long survey) {
        model.addAttribute("id", id);
        model.addAttribute("surveys", plans.surveys(viewer, survey));
        return "survey/plan/form";
    }

    private static String done(RedirectAttributes flash) {
        flash.addFlashAttribute("notice", "survey.plan.saved");
        return "redirect:" + PATH;
    }
}
