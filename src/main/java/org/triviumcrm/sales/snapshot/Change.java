package org.triviumcrm.sales.snapshot;

/** Why the open amount of a period is another one than it was. Each opportunity counts in one of them only. */
public enum Change {
    NEW(true),
    /** Reopened, taken up again, out of a pool. */
    RETURNED(true),
    /** Expected in the period now. */
    MOVED_IN(true),
    /** From people that the viewer does not see, or does not look at. */
    HANDED_IN(true),
    /** Was omitted. */
    COUNTED(true),
    UP(true),
    DOWN(false),
    WON(false),
    LOST(false),
    /** Suspended, or in a pool. */
    SUSPENDED(false),
    MOVED_OUT(false),
    HANDED_OUT(false),
    OMITTED(false),
    /** Deleted or purged. */
    REMOVED(false);

    private final boolean more;

    Change(boolean more) {
        this.more = more;
    }

    /** Whether it makes the amount greater. */
    public boolean isMore() {
        return more;
    }
}
