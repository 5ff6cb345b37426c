package org.triviumcrm.sales.opportunity;

/** A step that an opportunity's state does not allow; the message key says which. */
class IllegalMove extends RuntimeException {

    private static final long serialVersionUID = 1;

    IllegalMove(String messageKey) {
        super(messageKey);
    }

    String messageKey() {
        return String.valueOf(getMessage());
    }
}
