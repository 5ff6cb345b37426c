package org.triviumcrm.survey.result;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.triviumcrm.identity.Viewer;
import org.triviumcrm.shared.list.TableExport;
import org.triviumcrm.survey.survey.Survey;
import org.triviumcrm.survey.survey.SurveyList;
import org.triviumcrm.survey.survey.SurveyService;

/** What a survey comes to, and who has answered what, as files. */
@Controller
@RequestMapping(SurveyList.PATH + "/{id:\\d+}")
class ResultExportController {

    private final SurveyService surveys;
    private final ResultService results;
    private final ResultTable table;
    private final TableExport files;

    ResultExportController(SurveyService surveys, ResultService results, ResultTable table, TableExport files) {
        this.surveys = surveys;
        this.results = results;
        this.table = table;
        this.files = files;
    }

    @GetMapping({"/results.csv", "/results.xlsx"})
    void results(
            @PathVariable long id,
            @ModelAttribute("filter") ResultFilter filter,
            @RequestParam(defaultValue = "false") boolean bom,
            Viewer viewer,
            HttpServletRequest request,
            HttpServletResponse response)
            throws IOException {
        SurveyResult result = results.export(viewer, id, filter.sound());
        files.write(
                response,
                viewer,
                TableExport.Kind.of(request.getRequestURI(), bom),
                table.fileName(surveys.find(viewer, id), "results"),
                table.resultTitles(),
                table.results(result));
    }

    @GetMapping({"/answers.csv", "/answers.xlsx"})
    void answers(
            @PathVariable long id,
            @ModelAttribute("filter") ResultFilter filter,
            @RequestParam(defaultValue = "false") boolean bom,
            Viewer viewer,
            HttpServletRequest request,
            HttpServletResponse response)
            throws IOException {
        Survey survey = surveys.find(viewer, id);
        files.write(
                response,
                viewer,
                TableExport.Kind.of(request.getRequestURI(), bom),
                table.fileName(survey, "answers"),
                table.answerTitles(viewer, survey),
                table.answers(viewer, survey, filter.sound()));
    }
}
