package org.triviumcrm.support.chat;

/** Why a talk is over. */
public enum ChatEnd {
    VISITOR,
    AGENT,
    /** The visitor is gone and nobody has said anything for long. */
    SILENT,
    /** Nobody has answered; it has become a ticket. */
    UNANSWERED,
    /** An article did. */
    HELPED,
    /** It never began: nobody was there, and the visitor wrote instead. */
    OFFLINE
}
