package org.triviumcrm.marketing;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What campaigns have won, by an even share in whatever they touched. Implemented by the module that sells. */
public interface CampaignRevenue {

    /**
     * A month of a campaign.
     *
     * @param month its first day: that in which something was won, or is expected to be
     * @param won in the company's currency, by the rate of its day
     * @param opportunities touched ones, won or not, each by the campaign's even share in it: one that several campaigns touched is counted once in all
     */
    record Month(long campaignId, LocalDate month, BigDecimal won, BigDecimal opportunities) {}

    /** All months of some campaigns, from sums that are kept up to date. */
    List<Month> months(Collection<Long> campaignIds);

    /** Address of the rows that what was won in the months of two days is made of, both included; null: open to that side. */
    String rows(long campaignId, @Nullable LocalDate from, @Nullable LocalDate to);
}
