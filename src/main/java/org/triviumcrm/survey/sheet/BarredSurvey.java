package org.triviumcrm.survey.sheet;

import org.triviumcrm.survey.survey.Barrier;

/** The survey is there, and can't be answered. */
class BarredSurvey extends RuntimeException {

    private static final long serialVersionUID = 1;

    private final Barrier barrier;

    BarredSurvey(Barrier barrier) {
        super(barrier.name());
        this.barrier = barrier;
    }

    Barrier barrier() {
        return barrier;
    }
}
