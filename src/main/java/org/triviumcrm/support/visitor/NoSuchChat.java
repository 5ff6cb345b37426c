package org.triviumcrm.support.visitor;

/** There is no such widget, or no talk of whoever asks. */
class NoSuchChat extends RuntimeException {

    private static final long serialVersionUID = 1;

    NoSuchChat() {
        super("No such talk");
    }
}
