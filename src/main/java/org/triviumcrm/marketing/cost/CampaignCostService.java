package org.triviumcrm.marketing.cost;

import java.io.IOException;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.orm.ObjectOptimisticLockingFailureException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.triviumcrm.customer.CompanyAmounts;
import org.triviumcrm.identity.Companies;
import org.triviumcrm.identity.Viewer;
import org.triviumcrm.marketing.campaign.CampaignPage;
import org.triviumcrm.marketing.campaign.CampaignService;
import org.triviumcrm.marketing.exit.IllegalStep;
import org.triviumcrm.marketing.term.TermKind;
import org.triviumcrm.marketing.term.TermService;
import org.triviumcrm.shared.attachment.SentFile;
import org.triviumcrm.shared.history.EditConflict;
import org.triviumcrm.shared.web.NotFound;

/** What campaigns cost, line by line. */
@Service
public class CampaignCostService {

    private final CampaignService campaigns;
    private final CampaignCostRepository costs;
    private final CostReadRepository readings;
    private final ReceiptRepository receipts;
    private final CostWarnings warnings;
    private final TermService terms;
    private final CompanyAmounts amounts;
    private final Companies companies;
    private final Clock clock;

    CampaignCostService(
            CampaignService campaigns,
            CampaignCostRepository costs,
            CostReadRepository readings,
            ReceiptRepository receipts,
            CostWarnings warnings,
            TermService terms,
            CompanyAmounts amounts,
            Companies companies,
            Clock clock) {
        this.campaigns = campaigns;
        this.costs = costs;
        this.readings = readings;
        this.receipts = receipts;
        this.warnings = warnings;
        this.terms = terms;
        this.amounts = amounts;
        this.companies = companies;
        this.clock = clock;
    }

    /** What a campaign has cost, against its budget. */
    @CanViewCosts
    @Transactional(readOnly = true)
    public CostPart part(Viewer viewer, long campaignId) {
        CampaignPage campaign = campaigns.page(viewer, campaignId);
        return new CostPart(
                campaign,
                companies.currency(),
                readings.categories(campaignId),
                readings.months(campaignId),
                readings.latest(campaignId));
    }

    @CanViewCosts
    @Transactional(readOnly = true)
    public CostPage page(Viewer viewer, long id) {
        CostPage page = readings.find(id).orElseThrow(NotFound::new);
        campaigns.page(viewer, page.campaignId());
        return page;
    }

    /** A new one begins with today, the category that was used last, and the company's currency. */
    @CanRecordCosts
    @Transactional(readOnly = true)
    @SuppressWarnings("NullAway") // a category and an amount may be missing in a form, not in what is accepted
    SaveCost blank(Viewer viewer, CampaignPage campaign) {
        return new SaveCost(
                LocalDate.ofInstant(clock.instant(), viewer.zone()),
                readings.lastCategory(campaign.id()).orElse(null),
                null,
                null,
                companies.currency(),
                null,
                null);
    }

    /** Who was paid before. */
    @CanRecordCosts
    @Transactional(readOnly = true)
    List<String> suppliers(Viewer viewer) {
        return readings.suppliers();
    }

    /**
     * @param receipt null for none
     * @throws IllegalStep at the field that can't be as it is, or when nothing is spent on the campaign in its state
     */
    @CanRecordCosts
    @Transactional(rollbackFor = IOException.class)
    public long record(Viewer viewer, long campaignId, SaveCost input, @Nullable SentFile receipt) throws IOException {
        CampaignPage campaign = campaigns.page(viewer, campaignId);
        if (!campaign.state().hasCosts()) {
            throw new IllegalStep("marketing.cost.error.state");
        }
        requireFitting(viewer, input, null);
        BigDecimal base = base(viewer, input);
        long id = costs.saveAndFlush(
                        new CampaignCost(campaignId, campaign.name(), input, base, viewer.personId(), clock.instant()))
                .getId();
        keep(viewer, id, receipt);
        warnings.tell();
        return id;
    }

    /**
     * @param receipt instead of the one it has; null to leave it
     * @throws ObjectOptimisticLockingFailureException when somebody has changed it since
     * @throws IllegalStep at the field that can't be as it is
     */
    @CanRecordCosts
    @Transactional(rollbackFor = IOException.class)
    public void update(Viewer viewer, long id, SaveCost input, @Nullable SentFile receipt) throws IOException {
        CampaignCost cost = load(viewer, id);
        EditConflict.refuseStale(CampaignCost.class, id, input.version(), cost.getVersion());
        requireFitting(viewer, input, cost.getCategoryId());
        BigDecimal base = cost.isWorthAsMuchAs(input) ? cost.getBaseAmount() : base(viewer, input);
        cost.change(input, base, clock.instant());
        costs.flush();
        keep(viewer, id, receipt);
        warnings.tell();
    }

    /** Takes a line away, its receipt with it; the history keeps what it said. @return its campaign */
    @CanRecordCosts
    @Transactional
    public long delete(Viewer viewer, long id) {
        CampaignCost cost = load(viewer, id);
        costs.delete(cost);
        costs.flush();
        warnings.tell();
        return cost.getCampaignId();
    }

    private CampaignCost load(Viewer viewer, long id) {
        CampaignCost cost = costs.findForChange(id).orElseThrow(NotFound::new);
        campaigns.page(viewer, cost.getCampaignId());
        return cost;
    }

    private void keep(Viewer viewer, long id, @Nullable SentFile receipt) throws IOException {
        if (receipt != null) {
            receipts.keep(id, viewer.personId(), receipt);
        }
    }

    private void requireFitting(Viewer viewer, SaveCost input, @Nullable Long categoryBefore) {
        if (input.amount().signum() == 0) {
            throw new IllegalStep("amount", "marketing.cost.error.zero");
        }
        if (!Objects.equals(categoryBefore, input.categoryId())
                && !terms.isChoice(viewer, TermKind.COST_CATEGORY, input.categoryId())) {
            throw new IllegalStep("categoryId", "marketing.budget.error.category");
        }
    }

    private BigDecimal base(Viewer viewer, SaveCost input) {
        return amounts.inCompanyCurrency(viewer, input.amount(), input.currency(), input.onDate())
                .orElseThrow(() -> new IllegalStep("amount", "marketing.cost.error.noRate"));
    }
}
