package org.triviumcrm.survey.question;

import io.github.wimdeblauwe.htmx.spring.boot.mvc.HtmxRequest;
import java.util.Locale;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;
import org.triviumcrm.identity.Viewer;
import org.triviumcrm.shared.history.FieldHistory;
import org.triviumcrm.shared.history.HistoryPage;
import org.triviumcrm.survey.survey.Survey;
import org.triviumcrm.survey.survey.SurveyLanguage;
import org.triviumcrm.survey.survey.SurveyList;
import org.triviumcrm.survey.survey.SurveyService;

/** The page of a survey: what it asks, in which order, and what can be done with it. */
@Controller
class SurveyPageController {

    private final SurveyService surveys;
    private final SurveyQuestionService questions;
    private final FieldHistory history;

    SurveyPageController(SurveyService surveys, SurveyQuestionService questions, FieldHistory history) {
        this.surveys = surveys;
        this.questions = questions;
        this.history = history;
    }

    @GetMapping(SurveyList.PATH + "/{id:\\d+}")
    String show(@PathVariable long id, Viewer viewer, Model model) {
        Survey survey = surveys.find(viewer, id);
        model.addAttribute("survey", survey);
        model.addAttribute("questions", QuestionLine.of(questions.of(viewer, id), language(viewer, survey)));
        model.addAttribute("kinds", QuestionKind.values());
        model.addAttribute(
                "address",
                ServletUriComponentsBuilder.fromCurrentContextPath()
                        .path("/survey/" + survey.getToken())
                        .toUriString());
        return "survey/survey/show";
    }

    @GetMapping(SurveyList.PATH + "/{id:\\d+}/history")
    String history(@PathVariable long id, Viewer viewer, Locale locale, HtmxRequest request, Model model) {
        String name = surveys.find(viewer, id).getName();
        return HistoryPage.of(model, request, "surveys", name, history.of("survey", id, HistoryPage.SIZE, locale));
    }

    private static SurveyLanguage language(Viewer viewer, Survey survey) {
        return SurveyLanguage.of(viewer.locale().getLanguage()).orElse(survey.getFallback());
    }
}
