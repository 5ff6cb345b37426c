package org.triviumcrm.sales.contract;

import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.triviumcrm.customer.VisibleCustomers;
import org.triviumcrm.identity.Viewer;
import org.triviumcrm.sales.opportunity.OpportunityReadService;
import org.triviumcrm.shared.list.Related;
import org.triviumcrm.shared.web.NotFound;

/** The latest contracts of a customer or an opportunity, as far as the viewer sees them. */
@Service
@Transactional(readOnly = true)
public class ContractPanelService {

    private final ContractRelatedRepository pages;
    private final VisibleCustomers customers;
    private final OpportunityReadService opportunities;

    ContractPanelService(
            ContractRelatedRepository pages, VisibleCustomers customers, OpportunityReadService opportunities) {
        this.pages = pages;
        this.customers = customers;
        this.opportunities = opportunities;
    }

    @CanViewContracts
    public Related<ContractBrief> ofCustomer(Viewer viewer, long id) {
        customers.require(viewer, id);
        return pages.related(viewer, "customer", id);
    }

    @CanViewContracts
    public Related<ContractBrief> ofOpportunity(Viewer viewer, long id) {
        if (!opportunities.isVisible(viewer, id)) {
            throw new NotFound();
        }
        return pages.related(viewer, "opportunity", id);
    }
}
