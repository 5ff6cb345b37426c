package org.triviumcrm.survey.result;

import java.io.OutputStream;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.triviumcrm.identity.Viewer;
import org.triviumcrm.shared.web.NotFound;
import org.triviumcrm.survey.sheet.KeptFile;
import org.triviumcrm.survey.sheet.SheetFileRepository;
import org.triviumcrm.survey.survey.CanViewSurveys;

/** Files that are answers, for who sees the answer. */
@Service
public class AnswerFileService {

    private final ResponseRepository responses;
    private final SheetFileRepository files;

    AnswerFileService(ResponseRepository responses, SheetFileRepository files) {
        this.responses = responses;
        this.files = files;
    }

    /** @throws NotFound when it is no part of this answer, or the viewer does not see that */
    @CanViewSurveys
    @Transactional(readOnly = true)
    public KeptFile find(Viewer viewer, long surveyId, long responseId, long id) {
        responses.find(viewer, surveyId, responseId).orElseThrow(NotFound::new);
        return files.find(responseId, id).orElseThrow(NotFound::new);
    }

    @CanViewSurveys
    @Transactional(readOnly = true)
    public void write(Viewer viewer, long surveyId, long responseId, long id, OutputStream target) {
        find(viewer, surveyId, responseId, id);
        files.write(id, target);
    }
}
