package org.triviumcrm.messaging.mail;

/** Where an e-mail of the outbox stands. */
public enum MailState {
    /** To be sent when its time has come: at once, or after a pause when the server could not take it. */
    WAITING,
    /** A node speaks with the server about it. */
    SENDING,
    SENT,
    /** The server may have taken it: the answer never came, or the node died. Only a person sends it again. */
    UNCERTAIN,
    /** The server has refused it, or too many attempts were in vain. */
    FAILED,
    /** Its person was switched off or has no address any more. */
    DROPPED;

    /** Whether somebody should look at it. */
    public boolean isTrouble() {
        return this == FAILED || this == UNCERTAIN;
    }

    /** Colour of the badge. */
    public String colour() {
        return switch (this) {
            case SENT -> "done";
            case FAILED -> "failed";
            case UNCERTAIN -> "warning";
            case SENDING -> "active";
            case WAITING, DROPPED -> "none";
        };
    }
}
