package org.triviumcrm.support.offer;

import java.util.List;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.triviumcrm.customer.ContactContracts;
import org.triviumcrm.customer.OfferedQuotes;
import org.triviumcrm.shared.web.NotFound;
import org.triviumcrm.support.portal.PortalCustomer;

/** The contracts of a customer; each sees those that name them. */
@Service
public class PortalContractService {

    private final ContactContracts contracts;

    PortalContractService(ContactContracts contracts) {
        this.contracts = contracts;
    }

    @Transactional(readOnly = true)
    public List<ContactContracts.Contract> mine(PortalCustomer me) {
        return contracts.of(me.contactId());
    }

    /** @throws NotFound when it is not theirs, or may not leave at present */
    @Transactional(readOnly = true)
    public ContactContracts.Detail find(PortalCustomer me, long id) {
        return contracts.find(me.contactId(), id).orElseThrow(NotFound::new);
    }

    /** Who is in charge of it learns that it was opened. */
    @Transactional
    public void opened(PortalCustomer me, long id) {
        contracts.opened(me.contactId(), id, me.name());
    }

    /** @throws NotFound as {@link #find} */
    @Transactional
    public OfferedQuotes.File file(PortalCustomer me, long id) {
        return contracts.file(me.contactId(), id).orElseThrow(NotFound::new);
    }
}
