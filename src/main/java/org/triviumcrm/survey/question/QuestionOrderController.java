package org.triviumcrm.survey.question;

import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.triviumcrm.identity.Viewer;
import org.triviumcrm.shared.web.Refusal;
import org.triviumcrm.survey.survey.SurveyList;

/** A question changes its place, or is taken out. */
@Controller
@RequestMapping(SurveyQuestionController.PATH + "/{questionId:\\d+}")
class QuestionOrderController {

    private final SurveyQuestionService questions;

    QuestionOrderController(SurveyQuestionService questions) {
        this.questions = questions;
    }

    @PostMapping("/move")
    String move(
            @PathVariable long surveyId,
            @PathVariable long questionId,
            @RequestParam boolean up,
            Viewer viewer,
            RedirectAttributes flash) {
        try {
            questions.move(viewer, surveyId, questionId, up);
        } catch (Refusal e) {
            flash.addFlashAttribute("problem", e.key());
        }
        return "redirect:" + SurveyList.PATH + "/" + surveyId + "#questions";
    }

    @PostMapping("/removal")
    String remove(@PathVariable long surveyId, @PathVariable long questionId, Viewer viewer, RedirectAttributes flash) {
        try {
            questions.remove(viewer, surveyId, questionId);
            flash.addFlashAttribute("notice", "survey.question.removed");
        } catch (Refusal e) {
            flash.addFlashAttribute("problem", e.key());
        }
        return "redirect:" + SurveyList.PATH + "/" + surveyId + "#questions";
    }
}
