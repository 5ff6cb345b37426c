package org.triviumcrm.survey.result;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.triviumcrm.customer.ValueClass;
import org.triviumcrm.identity.Viewer;
import org.triviumcrm.shared.web.NotFound;
import org.triviumcrm.shared.web.Rejected;
import org.triviumcrm.survey.question.Question;
import org.triviumcrm.survey.survey.Survey;
import org.triviumcrm.survey.survey.SurveyLanguage;
import org.triviumcrm.survey.survey.SurveyList;
import org.triviumcrm.survey.survey.SurveyService;

/** What a survey comes to, and the single answers. */
@Controller
@RequestMapping(SurveyList.PATH + "/{id:\\d+}")
class ResultController {

    private static final int SIZE = 30;

    private final SurveyService surveys;
    private final ResultService results;
    private final ResponseService responses;
    private final ResultChart charts;

    ResultController(SurveyService surveys, ResultService results, ResponseService responses, ResultChart charts) {
        this.surveys = surveys;
        this.results = results;
        this.responses = responses;
        this.charts = charts;
    }

    @GetMapping("/results")
    String show(
            @PathVariable long id,
            @ModelAttribute("filter") ResultFilter filter,
            BindingResult errors,
            Viewer viewer,
            Model model) {
        ResultFilter asked = errors.hasErrors() ? ResultFilter.none() : filter.sound();
        Survey survey = surveys.find(viewer, id);
        SurveyResult result = results.result(viewer, id, asked);
        model.addAttribute("survey", survey);
        model.addAttribute("asked", asked);
        model.addAttribute("result", result);
        model.addAttribute("cuts", ResultCut.values());
        model.addAttribute("classes", ValueClass.values());
        model.addAttribute("charts", charts.of(result.questions()));
        model.addAttribute("npsTrend", result.nps().answers() == 0 ? null : charts.trend(result, true));
        model.addAttribute("csatTrend", result.csat().answers() == 0 ? null : charts.trend(result, false));
        return errors.hasErrors() ? Rejected.with("survey/result/page") : "survey/result/page";
    }

    /** @param question whose answers are read; null for whoever has answered the survey */
    @GetMapping("/answers")
    String answers(
            @PathVariable long id,
            @ModelAttribute("filter") ResultFilter filter,
            BindingResult errors,
            @RequestParam(required = false) @Nullable Long question,
            @RequestParam(required = false) @Nullable Integer line,
            @RequestParam(required = false) @Nullable Integer value,
            @RequestParam(defaultValue = "" + Long.MAX_VALUE) long below,
            Viewer viewer,
            Model model) {
        ResultFilter asked = errors.hasErrors() ? ResultFilter.none() : filter.sound();
        Survey survey = surveys.find(viewer, id);
        Wanted wanted = question == null ? null : new Wanted(question, line, value);
        Question about = question == null ? null : find(viewer, id, question);
        List<ResponseRow> some = responses.before(viewer, id, asked, wanted, below, SIZE + 1);
        boolean more = some.size() > SIZE;
        List<ResponseRow> shown = more ? some.subList(0, SIZE) : some;
        SurveyLanguage language = language(viewer, survey);
        model.addAttribute("survey", survey);
        model.addAttribute("asked", asked);
        model.addAttribute("rows", shown);
        model.addAttribute("question", about == null ? null : about.words(language));
        model.addAttribute("answer", about == null || value == null ? null : about.says(value, language));
        String here = about == null ? asked.href(id, "answers") : asked.answers(id, about.getId(), line, value);
        model.addAttribute("next", more ? here + "&below=" + shown.get(SIZE - 1).id() : null);
        return "survey/result/answers";
    }

    /** All that one has answered. */
    @GetMapping("/answers/{responseId:\\d+}")
    String answer(@PathVariable long id, @PathVariable long responseId, Viewer viewer, Model model) {
        Survey survey = surveys.find(viewer, id);
        model.addAttribute("survey", survey);
        model.addAttribute("response", responses.find(viewer, id, responseId));
        model.addAttribute(
                "lines",
                SaidLine.of(
                        responses.questions(viewer, id),
                        responses.said(viewer, id, responseId),
                        language(viewer, survey)));
        return "survey/result/answer";
    }

    private Question find(Viewer viewer, long surveyId, long questionId) {
        return responses.questions(viewer, surveyId).stream()
                .filter(question -> question.getId() == questionId)
                .findFirst()
                .orElseThrow(NotFound::new);
    }

    static SurveyLanguage language(Viewer viewer, Survey survey) {
        return SurveyLanguage.of(viewer.locale().getLanguage()).orElse(survey.getFallback());
    }
}
