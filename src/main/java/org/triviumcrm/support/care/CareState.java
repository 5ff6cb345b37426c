package org.triviumcrm.support.care;

/** How far a plan has come. */
public enum CareState {
    /** Can be changed and removed. */
    DRAFT,
    /** Waits for an approval. */
    SUBMITTED,
    /** Tasks come from it. */
    ACTIVE,
    ENDED;

    /** As the badge of its state is coloured. */
    public String badge() {
        return switch (this) {
            case DRAFT -> "draft";
            case SUBMITTED -> "waiting";
            case ACTIVE -> "active";
            case ENDED -> "retired";
        };
    }
}
