package org.triviumcrm.support.chat;

/** Something can't be done with a talk as it stands now. */
public class ChatRefused extends RuntimeException {

    private static final long serialVersionUID = 1;

    private final String key;

    /** @param key of the message that says why */
    ChatRefused(String key) {
        super(key);
        this.key = key;
    }

    public String key() {
        return key;
    }
}
