package org.triviumcrm.support.ticket;

/** A ticket is over, or what was asked for does not follow what it is. */
public class WrongTicketStatus extends RuntimeException {

    private static final long serialVersionUID = 1;

    private final String key;

    public WrongTicketStatus(String key) {
        super(key);
        this.key = key;
    }

    /** Message that says why. */
    public String key() {
        return key;
    }
}
