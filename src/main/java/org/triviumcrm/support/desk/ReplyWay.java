package org.triviumcrm.support.desk;

import org.jspecify.annotations.Nullable;

/** Whether a reply would get to the customer, as things are. */
enum ReplyWay {
    BY_MAIL,
    /** Nobody knows where to. */
    NO_ADDRESS,
    /** The installation sends no mails. */
    NO_SERVER;

    static ReplyWay of(@Nullable String address, boolean canLeave) {
        if (address == null) {
            return NO_ADDRESS;
        }
        return canLeave ? BY_MAIL : NO_SERVER;
    }

    /** For templates. */
    public boolean isOpen() {
        return this == BY_MAIL;
    }
}
