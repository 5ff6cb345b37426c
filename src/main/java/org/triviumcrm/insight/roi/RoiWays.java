package org.triviumcrm.insight.roi;

import java.time.YearMonth;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.triviumcrm.insight.roi.Returns.Ways;
import org.triviumcrm.shared.list.ListLink;

/** Where the figures of returns lead: to the rows that they are made of, and to none that they are not. */
@Component
class RoiWays {

    private static final String CAMPAIGN = "campaign";

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
    @Nullable
    String reported(BroughtFilter filter) {
        Long campaign = filter.campaign();
        return campaign == null && filter.isNarrowed()
                ? null
                : within(
                        "/marketing/results",
                        "onDate",
                        filter.returns(),
                        campaign == null ? null : campaign.toString());
    }

    private static Ways ways(RoiFilter filter, BroughtFilter brought, @Nullable String campaign) {
        boolean listed = campaign != null || !filter.isNarrowed();
        return new Ways(
                listed ? within("/marketing/costs", "onDate", filter, campaign) : null,
                brought.being(BroughtOutcome.WON).href(),
                listed ? within("/marketing/results", "onDate", filter, campaign) : null,
                brought.being(BroughtOutcome.OPEN).href(),
                listed ? came(filter, campaign) : null,
                listed ? leads(filter, campaign) : null,
                brought.href(),
                brought.being(BroughtOutcome.WON).href());
    }

    private static String came(RoiFilter filter, @Nullable String campaign) {
        String list = "/marketing/participants";
        return filter.since() == null && filter.until() == null
                ? of(list, campaign).is("status", "ATTENDED", "RESPONDED").toString()
                : within(list, "cameAt", filter, campaign);
    }

    /** Those that a campaign has brought. */
    private static String leads(RoiFilter filter, @Nullable String campaign) {
        String list = "/marketing/leads";
        ListLink link = campaign == null ? ListLink.to(list).present(CAMPAIGN) : of(list, campaign);
        return within(link, "createdAt", filter);
    }

    private static ListLink of(String list, @Nullable String campaign) {
        ListLink link = ListLink.to(list);
        return campaign == null ? link : link.is(CAMPAIGN, campaign);
    }

    private static String within(String list, String days, RoiFilter filter, @Nullable String campaign) {
        return within(of(list, campaign), days, filter);
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
