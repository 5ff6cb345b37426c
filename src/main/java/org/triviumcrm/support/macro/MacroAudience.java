package org.triviumcrm.support.macro;

/** Who has a macro. */
public enum MacroAudience {
    /** Whoever made it. */
    MINE,
    /** Whoever answers tickets of one queue. */
    QUEUE,
    /** Everybody who answers tickets. */
    ALL
}
