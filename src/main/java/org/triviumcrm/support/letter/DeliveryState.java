package org.triviumcrm.support.letter;

/** Where a reply is on its way to the customer. */
public enum DeliveryState {
    /** In the time in which it can be taken back, or about to be handed to the mail server. */
    LEAVING,
    /** The mail server did not take it yet, and is asked again by itself. */
    RETRYING,
    /** It waits for a mail server: the installation has none at present. */
    STOPPED,
    /** It is being handed over. */
    SENDING,
    SENT,
    /** Refused, come back, or given up. */
    FAILED,
    /** The mail server may have taken it or not. */
    UNCERTAIN,
    /** Nobody knew where to: it is in the ticket alone. */
    NO_ADDRESS,
    /** The installation sent no mails when it was written: it is in the ticket alone. */
    NO_SERVER;

    /** Whether it will soon be something else. */
    public boolean isMoving() {
        return this == LEAVING || this == SENDING;
    }

    /** Whether the mail server has it. */
    public boolean isDone() {
        return this == SENT;
    }

    /** Whether a person can have it sent now. */
    public boolean mayBeSent() {
        return this == FAILED || this == UNCERTAIN || this == NO_ADDRESS || this == NO_SERVER || this == RETRYING;
    }

    /** Whether it has not got to the customer, and nothing will happen by itself. */
    public boolean isTrouble() {
        return this == FAILED || this == UNCERTAIN || this == NO_ADDRESS || this == NO_SERVER;
    }
}
