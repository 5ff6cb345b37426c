package org.triviumcrm.customer.value;

import java.util.Arrays;

/** Whose share of the revenue is looked at. */
public enum ParetoCut {
    CUSTOMER,
    REGION,
    INDUSTRY,
    PRODUCT,
    MONTH;

    /** Customers, where the text is none of them. */
    static ParetoCut of(String text) {
        return Arrays.stream(values())
                .filter(cut -> cut.name().equals(text))
                .findFirst()
                .orElse(CUSTOMER);
    }
}
