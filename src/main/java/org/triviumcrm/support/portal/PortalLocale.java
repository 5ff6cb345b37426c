package org.triviumcrm.support.portal;

import jakarta.servlet.http.HttpServletRequest;
import java.time.ZoneId;
import java.util.Locale;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.triviumcrm.identity.AddressLocale;

/** The pages of the portal are in the language of the customer who is signed in to it, in the time zone of the company. */
@Component
class PortalLocale implements AddressLocale {

    private final CurrentCustomer current;

    PortalLocale(CurrentCustomer current) {
        this.current = current;
    }

    @Override
    public Optional<Locale> of(HttpServletRequest request) {
        return current.of(request).map(PortalCustomer::locale);
    }

    @Override
    public Optional<ZoneId> zone(HttpServletRequest request) {
        return current.of(request).map(PortalCustomer::zone);
    }
}
