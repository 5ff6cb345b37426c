package org.triviumcrm.sales.pipeline;

/** What the rules of a pipeline say to a move. */
public enum MoveVerdict {
    ALLOWED,
    /** Allowed to whoever says why. */
    REASON,
    /** Only the next stage may follow. */
    NEXT_ONLY,
    /** Not among the moves chosen for the stage. */
    NOT_CHOSEN,
    /** Only the stage before may be gone back to. */
    ONE_BACK,
    NO_WAY_BACK,
    /** No new opportunity begins there. */
    NO_BEGINNING;

    public boolean isRefused() {
        return this != ALLOWED && this != REASON;
    }

    /** Message key of the refusal. */
    public String messageKey() {
        return "sales.rule.refused." + this;
    }
}
