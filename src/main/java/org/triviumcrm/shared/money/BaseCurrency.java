package org.triviumcrm.shared.money;

/** In which currency amounts of several are added up. Implemented by the module that knows the company. */
public interface BaseCurrency {

    /** SQL expression of its ISO 4217 code, for statements that add up. */
    String sql();
}
