package org.triviumcrm.insight.roi;

import java.time.YearMonth;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.triviumcrm.insight.roi.Returns.Ways;
import org.triviumcrm.shared.list.ListLink;

/** Where the figures of returns lead: to the rows that they are made of. */
@Component
class RoiWays {

    private static final String CAMPAIGN = "campaign";
    private static final String COSTS = "/marketing/costs";
    private static final String RESULTS = "/marketing/results";

    /** Of a row of a cut. */
    Ways of(RoiFilter filter, RoiRow row) {
        RoiFilter those = filter.row(row.key(), row.lowest(), row.highest());
        return filter.by() == RoiCut.CAMPAIGN
                ? ways(those, BroughtFilter.of(those, false).of(Long.parseLong(row.key())), row.key())
                : ways(those, BroughtFilter.of(those, filter.by() == RoiCut.PRODUCT), null);
    }

    /** Of all rows together. */
    Ways ofAll(RoiFilter filter) {
        return ways(filter, BroughtFilter.of(filter, false), null);
    }

    /** What media report of the campaigns that some opportunities are asked for of. */
    String reported(BroughtFilter filter) {
        Long campaign = filter.campaign();
        return within(RESULTS, "onDate", filter.returns(), campaign == null ? null : campaign.toString());
    }

    private static Ways ways(RoiFilter filter, BroughtFilter brought, @Nullable String campaign) {
        return new Ways(
                within(COSTS, "onDate", filter, campaign),
                brought.being(BroughtOutcome.WON).href(),
                within(RESULTS, "onDate", filter, campaign),
                brought.being(BroughtOutcome.OPEN).href(),
                came(filter, campaign, false),
                leads(filter, campaign),
                brought.href(),
                brought.being(BroughtOutcome.WON).href(),
                came(filter, campaign, true));
    }

    private static String came(RoiFilter filter, @Nullable String campaign, boolean bought) {
        ListLink people = of("/marketing/participants", filter, campaign);
        if (bought) {
            people.is("converted", "yes");
        }
        return filter.since() == null && filter.until() == null
                ? people.is("status", "ATTENDED", "RESPONDED").toString()
                : within(people, "cameAt", filter);
    }

    /** Those that a campaign has brought. */
    private static String leads(RoiFilter filter, @Nullable String campaign) {
        ListLink link = of("/marketing/leads", filter, campaign);
        return within(campaign == null ? link.present(CAMPAIGN) : link, "createdAt", filter);
    }

    private static String within(String list, String days, RoiFilter filter, @Nullable String campaign) {
        return within(of(list, filter, campaign), days, filter);
    }

    /** Of one campaign, or of all that are asked for. */
    private static ListLink of(String list, RoiFilter filter, @Nullable String campaign) {
        ListLink link = ListLink.to(list);
        return campaign == null ? narrowed(link, list.equals(COSTS), filter) : link.is(CAMPAIGN, campaign);
    }

    private static ListLink narrowed(ListLink link, boolean costs, RoiFilter filter) {
        if (filter.method() != null) {
            link.is(costs ? "method" : CampaignFilters.METHOD, filter.method());
        }
        String region = filter.region();
        if (region != null) {
            String column = costs ? "region" : CampaignFilters.REGION;
            link = region.isBlank() ? link.empty(column) : link.is(column, region);
        }
        if (filter.product() != null) {
            link = filter.product() == RoiFilter.NO_PRODUCT
                    ? link.is(CampaignFilters.WITHOUT_PRODUCT, "YES")
                    : link.is(CampaignFilters.PRODUCT, filter.product());
        }
        if (filter.root() != null) {
            link.is(CampaignFilters.TREE, filter.root());
        }
        return filter.isByCost()
                ? link.range(CampaignFilters.SPENT, filter.low(), filter.high())
                        .days(CampaignFilters.SPENT_IN, filter.firstSpent(), filter.lastSpent())
                : link;
    }

    private static String within(ListLink link, String days, RoiFilter filter) {
        YearMonth from = filter.since();
        YearMonth to = filter.until();
        return (from == null && to == null
                        ? link
                        : link.days(days, from == null ? null : from.atDay(1), to == null ? null : to.atEndOfMonth()))
                .toString();
    }
}
