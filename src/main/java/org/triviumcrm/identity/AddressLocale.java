package org.triviumcrm.identity;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Locale;
import java.util.Optional;

/** The language that an address itself names, as those of public pages do; implemented by modules above. */
public interface AddressLocale {

    /** Empty for other addresses: there the person or the browser says it. */
    Optional<Locale> of(HttpServletRequest request);
}
