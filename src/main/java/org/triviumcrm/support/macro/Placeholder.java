package org.triviumcrm.support.macro;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What a prepared reply can leave open: <code>{{requester}}</code>. */
public enum Placeholder {
    /** Of the ticket, as people say it: #1234. */
    NUMBER,
    SUBJECT,
    /** Who wants something; else "customer". */
    REQUESTER,
    /** Who uses the macro. */
    AGENT,
    CUSTOMER,
    PRODUCT;

    String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** As it stands in a text. */
    public String spelled() {
        return "{{" + key() + "}}";
    }

    static Optional<Placeholder> of(String key) {
        return Arrays.stream(values())
                .filter(one -> one.key().equals(key.toLowerCase(Locale.ROOT)))
                .findFirst();
    }
}
