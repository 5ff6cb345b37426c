package org.triviumcrm.sales.opportunity;

/** An amount in a currency without a rate for its day. */
public class NoRate extends RuntimeException {

    private static final long serialVersionUID = 1;

    NoRate() {
        super("There is no rate for this currency and day");
    }
}
