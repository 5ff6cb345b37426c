package org.triviumcrm.customer.activity;

/** A cost in a currency without a rate for its day. */
class NoCostRate extends RuntimeException {

    private static final long serialVersionUID = 1;

    NoCostRate() {
        super("There is no rate for this currency and day");
    }
}
