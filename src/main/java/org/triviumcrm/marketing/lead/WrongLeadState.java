package org.triviumcrm.marketing.lead;

/** A lead that is not in the state for what somebody wants to do with it; the message is a key. */
public class WrongLeadState extends RuntimeException {

    WrongLeadState(String messageKey) {
        super(messageKey);
    }

    public String key() {
        return String.valueOf(getMessage());
    }
}
