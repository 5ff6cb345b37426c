package org.triviumcrm.marketing.cost;

import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.triviumcrm.marketing.campaign.CampaignPage;
import org.triviumcrm.shared.list.Related;

/**
 * What a campaign has cost, against what it was meant to.
 *
 * @param currency the company's, which all sums are in
 * @param lines the latest
 */
public record CostPart(
        CampaignPage campaign,
        String currency,
        List<CategorySpend> categories,
        List<MonthSpend> months,
        Related<CostPage> lines) {

    private static final int ALL = 100;

    public BigDecimal variance() {
        return campaign.baseBudget().subtract(campaign.baseCost());
    }

    /** Per cent of the budget that is spent; null where there is none. */
    public @Nullable BigDecimal share() {
        return CategorySpend.share(campaign.baseCost(), campaign.baseBudget());
    }

    /** For a bar: from 0 to 100. */
    public int filled() {
        BigDecimal share = share();
        return share == null ? 0 : Math.max(0, Math.min(ALL, share.intValue()));
    }

    /** Whether there is neither a budget nor a cost. */
    public boolean isEmpty() {
        return categories.isEmpty() && lines.isEmpty();
    }
}
