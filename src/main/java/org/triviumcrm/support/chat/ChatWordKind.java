package org.triviumcrm.support.chat;

/** Who says something in a talk. */
public enum ChatWordKind {
    VISITOR,
    AGENT,
    /** Among ourselves; visitors never get it. */
    NOTE,
    /** Something happened. */
    EVENT
}
