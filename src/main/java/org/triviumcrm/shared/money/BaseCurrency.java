package org.triviumcrm.shared.money;

/** In which currency amounts of several are added up. */
public interface BaseCurrency {

    /** ISO 4217 code. */
    String currency();
}
