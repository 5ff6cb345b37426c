package org.triviumcrm.marketing.board;

import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.triviumcrm.marketing.exit.CampaignState;

/**
 * A state with its first cards and the totals of all its campaigns, in the company's currency.
 *
 * @param targets the states to which the viewer may move its cards, separated by spaces
 * @param after where the next cards begin; null when these are all
 */
public record CampaignColumn(
        CampaignState state,
        List<CampaignCard> cards,
        long count,
        BigDecimal budget,
        BigDecimal cost,
        String targets,
        @Nullable String after) {}
