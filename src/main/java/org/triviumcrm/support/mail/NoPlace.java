package org.triviumcrm.support.mail;

/** A mail can't go where somebody wants to put it; the message key says why. */
class NoPlace extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final String key;

    NoPlace(String key) {
        super(key);
        this.key = key;
    }

    String key() {
        return key;
    }
}
