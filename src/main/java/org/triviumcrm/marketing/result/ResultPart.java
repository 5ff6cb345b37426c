package org.triviumcrm.marketing.result;

import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.triviumcrm.marketing.campaign.CampaignPage;
import org.triviumcrm.shared.list.Related;

/**
 * What media report of a campaign.
 *
 * @param currency the company's, which all sums are in
 * @param days the latest
 */
public record ResultPart(
        CampaignPage campaign, String currency, List<ResultMonth> months, Related<CampaignResultPage> days) {

    public ResultSums sums() {
        return months.stream().map(ResultMonth::sums).reduce(ResultSums.NONE, ResultSums::plus);
    }

    /** All that the campaign has cost, by click; null without one. */
    public @Nullable BigDecimal perClick() {
        return ResultSums.each(campaign.baseCost(), sums().clicks());
    }

    public @Nullable BigDecimal perLead() {
        return ResultSums.each(campaign.baseCost(), sums().leads());
    }

    public @Nullable BigDecimal perOrder() {
        return ResultSums.each(campaign.baseCost(), sums().orders());
    }
}
