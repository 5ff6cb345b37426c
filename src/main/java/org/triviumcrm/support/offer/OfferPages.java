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
        return page(contactId, PortalOfferController.LIST, quoteId);
    }

    @Override
    @Transactional(readOnly = true)
    public Optional<String> contract(long contactId, long contractId) {
        return page(contactId, PortalContractController.LIST, contractId);
    }

    private Optional<String> page(long contactId, String list, long id) {
        return accounts.canSignIn(contactId) ? Optional.of(list + "/" + id) : Optional.empty();
    }
}
