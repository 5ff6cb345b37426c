package org.triviumcrm.marketing.participant;

import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.triviumcrm.customer.VisibleCustomers;
import org.triviumcrm.identity.Viewer;
import org.triviumcrm.shared.list.Related;

/** What a customer takes part in, as far as the viewer sees the campaigns and the people. */
@Service
@Transactional(readOnly = true)
public class CustomerCampaignService {

    private final CustomerCampaignRepository participations;
    private final VisibleCustomers customers;

    CustomerCampaignService(CustomerCampaignRepository participations, VisibleCustomers customers) {
        this.participations = participations;
        this.customers = customers;
    }

    /** @throws org.triviumcrm.shared.web.NotFound when the viewer does not see the customer */
    @CanViewParticipants
    Related<Participation> ofCustomer(Viewer viewer, long customerId) {
        customers.require(viewer, customerId);
        return participations.ofCustomer(viewer, customerId);
    }
}
