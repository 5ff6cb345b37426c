package org.triviumcrm.identity;

import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Optional;

/** The settings of the company, for other modules. */
public interface Companies {

    /** Empty before the first run. */
    Optional<Company> current();

    /** ISO code of the company's currency; USD before the first run. */
    default String currency() {
        return current().map(Company::currency).orElse("USD");
    }

    /** Where the company's days begin and end; UTC before the first run. */
    default ZoneId zone() {
        return current().map(Company::zone).orElse(ZoneOffset.UTC);
    }
}
