package org.triviumcrm.sales.opportunity;

import java.math.BigDecimal;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.triviumcrm.approval.ApprovedAction;
import org.triviumcrm.approval.Foretold;
import org.triviumcrm.identity.Viewer;
import org.triviumcrm.sales.exit.Attempt;
import org.triviumcrm.sales.exit.OpportunityExits;
import org.triviumcrm.sales.rate.CurrencyRateService;
import org.triviumcrm.shared.list.Related;

/** What pages show of opportunities beside the records themselves. */
@Service
@Transactional(readOnly = true)
public class OpportunityReadService {

    private final OpportunityPageRepository pages;
    private final CurrencyRateService rates;
    private final OpportunityExits exits;
    private final Clock clock;

    OpportunityReadService(
            OpportunityPageRepository pages, CurrencyRateService rates, OpportunityExits exits, Clock clock) {
        this.pages = pages;
        this.rates = rates;
        this.exits = exits;
        this.clock = clock;
    }

    /** Whether the viewer sees it, as after it went to somebody else. */
    @CanViewOpportunities
    public boolean isVisible(Viewer viewer, long id) {
        return pages.isVisible(viewer, id);
    }

    /** Whether winning has fixed who shares in it. */
    @CanViewOpportunities
    public boolean hasFixedShares(Viewer viewer, long id) {
        return pages.hasFixedShares(viewer, id);
    }

    /** The stays in its stages, the latest first. */
    @CanViewOpportunities
    public List<StageStay> stays(Viewer viewer, long id) {
        return pages.stays(viewer, id, clock.instant());
    }

    /** The latest ones of a customer, open ones first. */
    @CanViewOpportunities
    public Related<OpportunityBrief> ofCustomer(Viewer viewer, long customerId) {
        return pages.ofCustomer(viewer, customerId);
    }

    /** Whether amounts of this currency can be converted today. */
    @CanViewOpportunities
    public boolean hasRate(Viewer viewer, @Nullable BigDecimal amount, String currency) {
        return amount == null || rates.toBase(viewer, amount, currency, null).isPresent();
    }

    /** Which approval stands in the way of what a form is about to do; empty when none does. */
    @CanViewOpportunities
    public Optional<Foretold> foretell(Viewer viewer, Attempt attempt) {
        return exits.foretell(viewer, attempt);
    }

    /** What the viewer asked for in a case that was returned, to ask for it with other values. */
    @CanViewOpportunities
    public Optional<ApprovedAction> returned(Viewer viewer, long id) {
        return exits.returned(viewer, id);
    }

    /** Of moves of one opportunity those that need an approval, by their stages, and the names of the flows that ask for it. */
    @CanViewOpportunities
    public Map<Long, String> flows(Viewer viewer, List<Attempt> moves) {
        return exits.flows(moves);
    }
}
