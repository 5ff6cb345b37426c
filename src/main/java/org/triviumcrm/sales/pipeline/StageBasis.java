package org.triviumcrm.sales.pipeline;

/** Where the funnel forecast takes a stage's conversion and duration from. */
public enum StageBasis {
    /** From the stage history, as soon as there is enough of it. */
    MEASURED,
    /** As set by hand. */
    SET
}
