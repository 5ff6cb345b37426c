package org.triviumcrm.support.mail;

/** Why a person has to decide about a mail. */
enum TrayReason {
    /** Nothing of it can be read. */
    UNREADABLE,
    /** Larger than what is kept: its headers are here, the rest lies in the mailbox. */
    TOO_LARGE,
    /** Reading it went wrong, several times. */
    FAILED,
    /** It comes from one of our own addresses. */
    OWN,
    /** A letter came back that is none of ours, as far as can be seen. */
    BOUNCE,
    /** A program answered that belongs to no ticket that is open. */
    AUTO_REPLY,
    /** A mailing list or newsletter. */
    LIST,
    /** Its sender sends so many that it can't be a person. */
    FLOOD,
    /** Nobody is named as its sender. */
    NO_SENDER,
    /** Another mail has its Message-ID. */
    SAME_ID,
    /** There is no queue to put a ticket into. */
    NO_QUEUE
}
