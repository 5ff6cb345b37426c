package org.triviumcrm.marketing.result;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
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
import org.triviumcrm.shared.history.EditConflict;
import org.triviumcrm.shared.web.NotFound;

/** What media report of campaigns, day by day. */
@Service
public class CampaignResultService {

    private final CampaignService campaigns;
    private final CampaignResultRepository results;
    private final ResultReadRepository readings;
    private final CompanyAmounts amounts;
    private final Companies companies;
    private final Clock clock;

    CampaignResultService(
            CampaignService campaigns,
            CampaignResultRepository results,
            ResultReadRepository readings,
            CompanyAmounts amounts,
            Companies companies,
            Clock clock) {
        this.campaigns = campaigns;
        this.results = results;
        this.readings = readings;
        this.amounts = amounts;
        this.companies = companies;
        this.clock = clock;
    }

    @CanViewResults
    @Transactional(readOnly = true)
    public ResultPart part(Viewer viewer, long campaignId) {
        CampaignPage campaign = campaigns.page(viewer, campaignId);
        return new ResultPart(campaign, companies.currency(), readings.months(campaignId), readings.latest(campaignId));
    }

    @CanViewResults
    @Transactional(readOnly = true)
    public CampaignResultPage page(Viewer viewer, long id) {
        CampaignResultPage page = readings.find(id).orElseThrow(NotFound::new);
        campaigns.page(viewer, page.campaignId());
        return page;
    }

    /** A new one is about today, in the company's currency. */
    @CanRecordResults
    @Transactional(readOnly = true)
    SaveResult blank(Viewer viewer, long campaignId) {
        campaigns.page(viewer, campaignId);
        LocalDate today = LocalDate.ofInstant(clock.instant(), viewer.zone());
        return new SaveResult(today, 0L, 0L, 0L, 0L, BigDecimal.ZERO, companies.currency(), null);
    }

    /** @throws IllegalStep at the field that can't be as it is, or when the campaign has not begun */
    @CanRecordResults
    @Transactional
    public long record(Viewer viewer, long campaignId, SaveResult input) {
        CampaignPage campaign = campaigns.page(viewer, campaignId);
        if (!campaign.state().hasCosts()) {
            throw new IllegalStep("marketing.result.error.state");
        }
        requireFreeDay(campaignId, input.onDate(), null);
        BigDecimal base = base(viewer, input);
        return results.saveAndFlush(new CampaignResult(
                        campaignId, campaign.name(), input, base, viewer.personId(), clock.instant()))
                .getId();
    }

    /**
     * @throws ObjectOptimisticLockingFailureException when somebody has changed it since
     * @throws IllegalStep at the field that can't be as it is
     */
    @CanRecordResults
    @Transactional
    public void update(Viewer viewer, long id, SaveResult input) {
        CampaignResult result = load(viewer, id);
        EditConflict.refuseStale(CampaignResult.class, id, input.version(), result.getVersion());
        requireFreeDay(result.getCampaignId(), input.onDate(), id);
        BigDecimal base = result.isWorthAsMuchAs(input) ? result.getBaseRevenue() : base(viewer, input);
        result.change(input, base, clock.instant());
        results.flush();
    }

    /** Takes a day away; the history keeps what it said. @return its campaign */
    @CanRecordResults
    @Transactional
    public long delete(Viewer viewer, long id) {
        CampaignResult result = load(viewer, id);
        results.delete(result);
        results.flush();
        return result.getCampaignId();
    }

    private CampaignResult load(Viewer viewer, long id) {
        CampaignResult result = results.findForChange(id).orElseThrow(NotFound::new);
        campaigns.page(viewer, result.getCampaignId());
        return result;
    }

    private void requireFreeDay(long campaignId, LocalDate day, @Nullable Long except) {
        results.findByCampaignIdAndOnDate(campaignId, day)
                .filter(other -> except == null || other.getId() != except)
                .ifPresent(other -> {
                    throw new IllegalStep("onDate", "marketing.result.error.day");
                });
    }

    private BigDecimal base(Viewer viewer, SaveResult input) {
        return amounts.inCompanyCurrency(viewer, input.revenue(), input.currency(), input.onDate())
                .orElseThrow(() -> new IllegalStep("revenue", "marketing.cost.error.noRate"));
    }
}
