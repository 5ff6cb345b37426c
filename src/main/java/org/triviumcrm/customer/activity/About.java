package org.triviumcrm.customer.activity;

import org.triviumcrm.shared.web.NotFound;

/** The record that an activity is about, written {@code opportunity:42}. */
record About(String type, long id) {

    static About parse(String text) {
        int colon = text.indexOf(':');
        if (colon < 1 || !text.substring(colon + 1).matches("\\d{1,18}")) {
            throw new NotFound();
        }
        return new About(text.substring(0, colon), Long.parseLong(text.substring(colon + 1)));
    }

    @Override
    public String toString() {
        return type + ":" + id;
    }
}
