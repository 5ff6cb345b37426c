package org.triviumcrm.support.chat;

/** What can happen in a talk; all of it is shown to agents. */
public enum ChatEvent {
    /** Its author answers from now on. */
    JOINED,
    /** Its author has given it to somebody else, or to a queue. */
    HANDED_OVER,
    /** Whoever had it is gone; it waits again. */
    RETURNED,
    ENDED
}
