package org.triviumcrm.survey.survey;

import jakarta.validation.Valid;
import org.springframework.orm.ObjectOptimisticLockingFailureException;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.triviumcrm.identity.Viewer;
import org.triviumcrm.shared.history.EditConflicts;
import org.triviumcrm.shared.list.ListService;
import org.triviumcrm.shared.web.Rejected;

/** The list of surveys, and the form of one. */
@Controller
class SurveyController {

    private static final String FORM = "survey/survey/form";

    private final SurveyService surveys;
    private final ListService lists;
    private final EditConflicts conflicts;

    SurveyController(SurveyService surveys, ListService lists, EditConflicts conflicts) {
        this.surveys = surveys;
        this.lists = lists;
        this.conflicts = conflicts;
    }

    @GetMapping(SurveyList.PATH)
    String list(@RequestParam MultiValueMap<String, String> parameters, Viewer viewer, Model model) {
        model.addAttribute("list", lists.page(SurveyList.NOUN, viewer, parameters));
        return "survey/survey/list";
    }

    @CanManageSurveys
    @GetMapping(SurveyList.PATH + "/new")
    String blank(Viewer viewer, Model model) {
        SurveyLanguage own = SurveyLanguage.of(viewer.locale().getLanguage()).orElse(SurveyLanguage.EN);
        model.addAttribute("input", SaveSurvey.blank(own));
        return form(model, 0);
    }

    @CanManageSurveys
    @PostMapping(SurveyList.PATH)
    String create(
            @Valid @ModelAttribute("input") SaveSurvey input,
            BindingResult errors,
            Viewer viewer,
            Model model,
            RedirectAttributes flash) {
        if (isWrong(input, errors)) {
            return Rejected.with(form(model, 0));
        }
        return done(surveys.create(viewer, input), flash);
    }

    @CanManageSurveys
    @GetMapping(SurveyList.PATH + "/{id:\\d+}/edit")
    String edit(@PathVariable long id, Viewer viewer, Model model) {
        model.addAttribute("input", surveys.find(viewer, id).toInput());
        return form(model, id);
    }

    @CanManageSurveys
    @PostMapping(SurveyList.PATH + "/{id:\\d+}")
    String update(
            @PathVariable long id,
            @Valid @ModelAttribute("input") SaveSurvey input,
            BindingResult errors,
            Viewer viewer,
            Model model,
            RedirectAttributes flash) {
        Survey saved = surveys.find(viewer, id);
        if (isWrong(input, errors)) {
            return Rejected.with(form(model, id));
        }
        try {
            surveys.update(viewer, id, input);
        } catch (ObjectOptimisticLockingFailureException e) {
            Survey now = surveys.find(viewer, saved.getId());
            return conflicts.show(model, "survey", id, now.getVersion(), now.toInput(), input, form(model, id));
        }
        return done(id, flash);
    }

    private static boolean isWrong(SaveSurvey input, BindingResult errors) {
        if (errors.getTarget() != null) {
            input.problems().entrySet().stream()
                    .filter(problem -> !errors.hasFieldErrors(problem.getKey()))
                    .forEach(problem -> errors.rejectValue(problem.getKey(), problem.getValue()));
        }
        return errors.hasErrors();
    }

    private static String form(Model model, long id) {
        model.addAttribute("id", id);
        model.addAttribute("purposes", SurveyPurpose.values());
        model.addAttribute("languages", SurveyLanguage.values());
        return FORM;
    }

    private static String done(long id, RedirectAttributes flash) {
        flash.addFlashAttribute("notice", "survey.survey.saved");
        return "redirect:" + SurveyList.PATH + "/" + id;
    }
}
