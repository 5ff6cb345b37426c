package org.triviumcrm.marketing.plan;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.triviumcrm.shared.list.ListLink;

/**
 * The campaigns behind a figure of a plan.
 *
 * @param timed whether it is about some months only, so that counts of a campaign's whole life would mislead
 * @param won whether the viewer may see what was won
 */
public record PlanCampaigns(List<Line> lines, PlanAmounts total, boolean timed, boolean won) {

    /**
     * A campaign, and where its rows are.
     *
     * @param from of the days asked for; null for from the beginning
     * @param wonHref list of what was won in these days
     */
    public record Line(
            PlannedCampaign campaign,
            PlanAmounts amounts,
            @Nullable LocalDate from,
            @Nullable LocalDate to,
            String wonHref) {

        public String costHref() {
            return rows("/marketing/costs");
        }

        public String reportedHref() {
            return rows("/marketing/results");
        }

        public String leadsHref() {
            return ListLink.to("/marketing/leads").is("campaign", campaign.id()).toString();
        }

        private String rows(String path) {
            ListLink link = ListLink.to(path).is("campaign", campaign.id());
            return (from == null && to == null ? link : link.days("onDate", from, to)).toString();
        }
    }
}
