package org.triviumcrm.support.offer;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.triviumcrm.customer.OfferedQuotes;
import org.triviumcrm.shared.web.NotFound;
import org.triviumcrm.support.portal.PortalCustomer;

/** What was offered to a customer; each sees what was sent to them. */
@Service
public class PortalOfferService {

    private final OfferedQuotes offers;

    PortalOfferService(OfferedQuotes offers) {
        this.offers = offers;
    }

    @Transactional(readOnly = true)
    public List<OfferedQuotes.Offer> mine(PortalCustomer me) {
        return offers.of(me.contactId());
    }

    /** @throws NotFound when it is not theirs */
    @Transactional(readOnly = true)
    public OfferedQuotes.Detail find(PortalCustomer me, long id) {
        return offers.find(me.contactId(), id).orElseThrow(NotFound::new);
    }

    /** Who offered it learns that it was opened. */
    @Transactional
    public void opened(PortalCustomer me, long id) {
        offers.opened(me.contactId(), id, me.name());
    }

    /** @throws NotFound when it is not theirs, or may not leave any more */
    @Transactional
    public OfferedQuotes.File file(PortalCustomer me, long id) {
        return offers.file(me.contactId(), id).orElseThrow(NotFound::new);
    }

    /** @param address where the request came from @throws OfferedQuotes.Closed when it is too late */
    @Transactional
    public void accept(PortalCustomer me, long id, AcceptOffer input, String address) {
        offers.accept(me.contactId(), id, input.name(), input.remark(), address);
    }

    /** @throws OfferedQuotes.Closed when it is too late */
    @Transactional
    public void decline(PortalCustomer me, long id, @Nullable String remark) {
        offers.decline(me.contactId(), id, remark);
    }
}
