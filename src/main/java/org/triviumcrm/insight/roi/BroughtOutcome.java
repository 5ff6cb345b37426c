package org.triviumcrm.insight.roi;

/** What has become of the opportunities that campaigns touched, as the sums of returns tell them apart. */
public enum BroughtOutcome {
    /** Won, or a contract was signed for it. */
    WON,
    OPEN,
    LOST
}
