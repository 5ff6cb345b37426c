package org.triviumcrm.sales.pipeline;

/** Which later stages an opportunity may be moved to. Won counts as the one behind the last open stage; lost is always allowed. */
public enum MoveRule {
    /** Any; stages may be skipped. */
    ANY,
    /** The next one only. */
    FORWARD,
    /** Those chosen for each stage, which also names the earlier ones that the {@link Rollback} rule then narrows. */
    MATRIX
}
