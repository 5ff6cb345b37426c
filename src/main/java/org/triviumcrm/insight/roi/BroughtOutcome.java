package org.triviumcrm.insight.roi;

/** What has become of the opportunities that campaigns touched, as the sums of returns tell them apart. */
public enum BroughtOutcome {
    /** Won, or a contract was signed for it. */
    WON,
    OPEN,
    /** Laid aside or in a pool: in no forecast, and no pipeline. */
    SUSPENDED,
    LOST
}
