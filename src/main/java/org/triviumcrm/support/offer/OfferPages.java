package org.triviumcrm.support.offer;

import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.triviumcrm.customer.ContactPages;
import org.triviumcrm.support.portal.GuestAccess;

/** Where contacts with an account of the portal read what was sent to them. */
@Component
class OfferPages implements ContactPages {

    private final GuestAccess accounts;

    OfferPages(GuestAccess accounts) {
        this.accounts = accounts;
    }

    @Override
    @Transactional(readOnly = true)
    public Optional<String> quote(long contactId, long quoteId) {
        return accounts.canSignIn(contactId)
                ? Optional.of(PortalOfferController.LIST + "/" + quoteId)
                : Optional.empty();
    }
}
