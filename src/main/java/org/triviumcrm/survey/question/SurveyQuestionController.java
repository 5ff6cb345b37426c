package org.triviumcrm.survey.question;

import jakarta.validation.Valid;
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
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.triviumcrm.identity.Viewer;
import org.triviumcrm.shared.history.EditConflicts;
import org.triviumcrm.shared.web.Refusal;
import org.triviumcrm.shared.web.Rejected;
import org.triviumcrm.survey.survey.CanManageSurveys;
import org.triviumcrm.survey.survey.Survey;
import org.triviumcrm.survey.survey.SurveyLanguage;
import org.triviumcrm.survey.survey.SurveyList;
import org.triviumcrm.survey.survey.SurveyService;

/** A question is written. */
@Controller
@RequestMapping(SurveyQuestionController.PATH)
class SurveyQuestionController {

    static final String PATH = SurveyList.PATH + "/{surveyId:\\d+}/questions";

    private final SurveyQuestionService questions;
    private final SurveyService surveys;
    private final EditConflicts conflicts;

    SurveyQuestionController(SurveyQuestionService questions, SurveyService surveys, EditConflicts conflicts) {
        this.questions = questions;
        this.surveys = surveys;
        this.conflicts = conflicts;
    }

    @CanManageSurveys
    @GetMapping("/new")
    String blank(
            @PathVariable long surveyId,
            @RequestParam(defaultValue = "SINGLE") QuestionKind kind,
            Viewer viewer,
            Model model) {
        model.addAttribute("input", SaveQuestion.blank(kind));
        return form(viewer, model, surveyId, null, kind);
    }

    @CanManageSurveys
    @PostMapping
    String create(
            @PathVariable long surveyId,
            @Valid @ModelAttribute("input") SaveQuestion input,
            BindingResult errors,
            Viewer viewer,
            Model model,
            RedirectAttributes flash) {
        if (!isWrong(input, errors)) {
            try {
                questions.ask(viewer, surveyId, input);
                return done(surveyId, flash);
            } catch (Refusal e) {
                e.tell(errors);
            }
        }
        return Rejected.with(form(viewer, model, surveyId, null, input.kind()));
    }

    @CanManageSurveys
    @GetMapping("/{questionId:\\d+}/edit")
    String edit(@PathVariable long surveyId, @PathVariable long questionId, Viewer viewer, Model model) {
        Question question = questions.find(viewer, surveyId, questionId);
        model.addAttribute("input", question.toInput());
        return form(viewer, model, surveyId, question, question.getKind());
    }

    @CanManageSurveys
    @PostMapping("/{questionId:\\d+}")
    String update(
            @PathVariable long surveyId,
            @PathVariable long questionId,
            @Valid @ModelAttribute("input") SaveQuestion input,
            BindingResult errors,
            Viewer viewer,
            Model model,
            RedirectAttributes flash) {
        Question saved = questions.find(viewer, surveyId, questionId);
        if (!isWrong(input, errors)) {
            try {
                questions.update(viewer, surveyId, questionId, input);
                return done(surveyId, flash);
            } catch (Refusal e) {
                e.tell(errors);
            } catch (ObjectOptimisticLockingFailureException e) {
                Question now = questions.find(viewer, surveyId, questionId);
                String form = form(viewer, model, surveyId, now, now.getKind());
                return conflicts.show(
                        model, "survey_question", questionId, now.getVersion(), now.toInput(), input, form);
            }
        }
        return Rejected.with(form(viewer, model, surveyId, saved, saved.getKind()));
    }

    private static boolean isWrong(SaveQuestion input, BindingResult errors) {
        if (errors.getTarget() != null) {
            input.problems().entrySet().stream()
                    .filter(problem -> !errors.hasFieldErrors(problem.getKey()))
                    .forEach(problem -> errors.rejectValue(problem.getKey(), problem.getValue()));
        }
        return errors.hasErrors();
    }

    private String form(
            Viewer viewer, Model model, long surveyId, @Nullable Question question, @Nullable QuestionKind kind) {
        Survey survey = surveys.find(viewer, surveyId);
        SurveyLanguage language =
                SurveyLanguage.of(viewer.locale().getLanguage()).orElse(survey.getFallback());
        model.addAttribute("survey", survey);
        model.addAttribute("id", question == null ? 0 : question.getId());
        model.addAttribute("kind", kind == null ? QuestionKind.SINGLE : kind);
        model.addAttribute("language", language);
        model.addAttribute("deciding", questions.deciding(viewer, surveyId, question));
        return "survey/question/form";
    }

    private static String done(long surveyId, RedirectAttributes flash) {
        flash.addFlashAttribute("notice", "survey.question.saved");
        return "redirect:" + SurveyList.PATH + "/" + surveyId + "#questions";
    }
}
