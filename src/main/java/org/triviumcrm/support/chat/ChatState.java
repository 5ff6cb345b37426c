package org.triviumcrm.support.chat;

/** Where a talk stands. */
public enum ChatState {
    /** Nobody has it. */
    WAITING,
    ACTIVE,
    ENDED
}
