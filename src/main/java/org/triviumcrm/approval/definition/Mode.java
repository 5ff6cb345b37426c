package org.triviumcrm.approval.definition;

/** When a step with several approvers is decided. */
public enum Mode {
    /** By the first decision, either way. */
    ANY_ONE,
    /** Approved when all have approved, rejected by the first that rejects. */
    ALL,
    /** As {@link #ALL}, but one is asked after the other. */
    IN_SEQUENCE,
    /** Approved when a share of them has approved, rejected when that can't be reached any more. */
    PERCENTAGE
}
