package org.triviumcrm.sales.quote;

import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.triviumcrm.customer.VisibleCustomers;
import org.triviumcrm.identity.Viewer;
import org.triviumcrm.sales.opportunity.OpportunityReadService;
import org.triviumcrm.shared.list.Related;
import org.triviumcrm.shared.web.NotFound;

/** The latest quotes of a customer or an opportunity, as far as the viewer sees them. */
@Service
@Transactional(readOnly = true)
public class QuotePanelService {

    private final QuoteRelatedRepository pages;
    private final VisibleCustomers customers;
    private final OpportunityReadService opportunities;

    QuotePanelService(QuoteRelatedRepository pages, VisibleCustomers customers, OpportunityReadService opportunities) {
        this.pages = pages;
        this.customers = customers;
        this.opportunities = opportunities;
    }

    @CanViewQuotes
    public Related<QuoteBrief> ofCustomer(Viewer viewer, long id) {
        customers.require(viewer, id);
        return pages.related(viewer, "customer", id);
    }

    @CanViewQuotes
    public Related<QuoteBrief> ofOpportunity(Viewer viewer, long id) {
        if (!opportunities.isVisible(viewer, id)) {
            throw new NotFound();
        }
        return pages.related(viewer, "opportunity", id);
    }
}
