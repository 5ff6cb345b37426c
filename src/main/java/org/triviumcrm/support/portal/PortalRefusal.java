package org.triviumcrm.support.portal;

/** What can't be done with an account as things are. */
class PortalRefusal extends RuntimeException {

    private static final long serialVersionUID = 1;

    private final String key;

    /** @param key of the message that says why */
    PortalRefusal(String key) {
        super(key);
        this.key = key;
    }

    String key() {
        return key;
    }
}
