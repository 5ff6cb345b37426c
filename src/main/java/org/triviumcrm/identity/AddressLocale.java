package org.triviumcrm.identity;

import jakarta.servlet.http.HttpServletRequest;
import java.time.ZoneId;
import java.util.Locale;
import java.util.Optional;

/** The language that an address itself names, as those of public pages do; implemented by modules above. */
public interface AddressLocale {

    /** Empty for other addresses: there the person or the browser says it. */
    Optional<Locale> of(HttpServletRequest request);

    /** The time zone of whoever looks there; empty where that is a person of the company, or nobody. */
    default Optional<ZoneId> zone(HttpServletRequest request) {
        return Optional.empty();
    }
}
