package org.triviumcrm.survey.result;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.triviumcrm.identity.Viewer;
import org.triviumcrm.shared.attachment.Download;
import org.triviumcrm.survey.sheet.KeptFile;
import org.triviumcrm.survey.survey.SurveyList;

/** A file that is an answer. */
@Controller
class AnswerFileController {

    private final AnswerFileService files;

    AnswerFileController(AnswerFileService files) {
        this.files = files;
    }

    @GetMapping(SurveyList.PATH + "/{id:\\d+}/answers/{responseId:\\d+}/files/{surveyFileId:\\d+}")
    void download(
            @PathVariable long id,
            @PathVariable long responseId,
            @PathVariable long surveyFileId,
            Viewer viewer,
            HttpServletResponse response)
            throws IOException {
        KeptFile file = files.find(viewer, id, responseId, surveyFileId);
        Download.begin(response, file.name(), file.contentType(), file.size());
        files.write(viewer, id, responseId, surveyFileId, response.getOutputStream());
    }
}
