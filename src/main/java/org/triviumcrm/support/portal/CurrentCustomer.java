package org.triviumcrm.support.portal;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Component;

/** Which customer looks, loaded once a request and only when somebody asks. */
@Component
class CurrentCustomer {

    private static final String LOADED = CurrentCustomer.class.getName();

    private final PortalCustomerRepository customers;

    CurrentCustomer(PortalCustomerRepository customers) {
        this.customers = customers;
    }

    /** Empty when nobody is signed in to the portal, or the account has stopped working since. */
    Optional<PortalCustomer> of(HttpServletRequest request) {
        Authentication authentication = SecurityContextHolder.getContext().getAuthentication();
        if (authentication == null || !(authentication.getPrincipal() instanceof SignedInCustomer signedIn)) {
            return Optional.empty();
        }
        if (request.getAttribute(LOADED) instanceof PortalCustomer customer
                && customer.accountId() == signedIn.accountId()) {
            return Optional.of(customer);
        }
        Optional<PortalCustomer> loaded = customers.find(signedIn);
        loaded.ifPresent(customer -> request.setAttribute(LOADED, customer));
        return loaded;
    }
}
