package org.triviumcrm.exchange.file;

/** A file that can't be read at all; the message key says why. */
public class UnreadableFile extends RuntimeException {

    public UnreadableFile(String messageKey, Throwable cause) {
        super(messageKey, cause);
    }

    public UnreadableFile(String messageKey) {
        super(messageKey);
    }

    public String messageKey() {
        return String.valueOf(getMessage());
    }
}
