package org.triviumcrm.support.care;

/** That a step with a care plan may be taken: all that had to be asked has been asked, in this transaction. Only {@link CareExits} makes one. */
record CarePassage(Step step, long planId) {

    enum Step {
        EDIT,
        START,
        END
    }

    /** @throws IllegalStateException when it was given for something else */
    void require(Step wanted, long id) {
        if (step != wanted || planId != id) {
            throw new IllegalStateException(
                    "%s of care plan %d is no passage for %s of %d".formatted(step, planId, wanted, id));
        }
    }
}
