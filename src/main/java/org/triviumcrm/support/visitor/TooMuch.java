package org.triviumcrm.support.visitor;

/** More than people send. */
class TooMuch extends RuntimeException {

    private static final long serialVersionUID = 1;

    TooMuch() {
        super("Too much from there");
    }
}
