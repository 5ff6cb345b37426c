package org.triviumcrm.support.visitor;

/** What a visitor's page has sent can't be taken. */
class NotTaken extends RuntimeException {

    private static final long serialVersionUID = 1;

    private final int status;
    private final String reason;

    private NotTaken(int status, String reason) {
        super(reason);
        this.status = status;
        this.reason = reason;
    }

    /** @param field that is missing or wrong */
    static NotTaken wrong(String field) {
        return new NotTaken(422, field);
    }

    /** The talk is over, or there can't be one now. */
    static NotTaken over(String reason) {
        return new NotTaken(409, reason);
    }

    int status() {
        return status;
    }

    String reason() {
        return reason;
    }
}
