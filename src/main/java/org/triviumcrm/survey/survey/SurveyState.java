package org.triviumcrm.survey.survey;

import java.util.List;

/** Where a survey is. Its questions are made while it is a draft; what was asked once stays as it was asked. */
public enum SurveyState {
    DRAFT,
    OPEN,
    CLOSED;

    /** @param answered whether there are answers: then it is never a draft again */
    public List<SurveyState> next(boolean answered) {
        return switch (this) {
            case DRAFT -> List.of(OPEN);
            case OPEN -> answered ? List.of(CLOSED) : List.of(CLOSED, DRAFT);
            case CLOSED -> List.of(OPEN);
        };
    }
}
