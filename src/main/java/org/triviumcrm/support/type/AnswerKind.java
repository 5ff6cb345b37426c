package org.triviumcrm.support.type;

/** What an answer to a question about a ticket is. */
public enum AnswerKind {
    TEXT,
    LONG_TEXT,
    NUMBER,
    DATE,
    /** One of some texts. */
    CHOICE,
    YES_NO
}
