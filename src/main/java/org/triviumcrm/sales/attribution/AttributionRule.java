package org.triviumcrm.sales.attribution;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Lines name different campaigns, none of them in the future, and their shares are 100 % together where there are any. */
final class AttributionRule {

    private static final BigDecimal ALL = BigDecimal.valueOf(100);

    private AttributionRule() {}

    /**
     * A campaign as said.
     *
     * @param line its place in the form
     * @param touchedOn null where no day is said
     * @param share hundredths of a per cent; null where no shares are said
     */
    record Said(
            int line,
            long campaignId,
            @Nullable LocalDate touchedOn,
            @Nullable Integer share) {}

    /** @throws AttributionRefusal for the first line that can't be, or another total than 100 % */
    static List<Said> said(SaveAttribution input, LocalDate today) {
        List<Said> said = new ArrayList<>();
        Set<Long> campaigns = new HashSet<>();
        List<TouchLine> lines = input.getLines();
        boolean shares = input.isSaid();
        for (int i = 0; i < lines.size(); i++) {
            TouchLine line = lines.get(i);
            Long campaign = line.getCampaignId();
            if (line.isBlank()) {
                continue;
            }
            if (campaign == null) {
                throw new AttributionRefusal("lines[" + i + "].campaignId", "sales.attribution.error.missing", "");
            }
            if (!campaigns.add(campaign)) {
                throw new AttributionRefusal("lines[" + i + "].campaignId", "sales.attribution.error.twice", "");
            }
            LocalDate on = line.getTouchedOn();
            if (on != null && on.isAfter(today)) {
                throw new AttributionRefusal("lines[" + i + "].touchedOn", "sales.attribution.error.future", "");
            }
            said.add(new Said(i, campaign, on, shares ? hundredths(line.getPercent()) : null));
        }
        if (shares && input.total().compareTo(ALL) != 0) {
            throw new AttributionRefusal(
                    null, "sales.attribution.error.total", input.total().toPlainString());
        }
        return said;
    }

    private static int hundredths(@Nullable BigDecimal percent) {
        return percent == null ? 0 : percent.movePointRight(2).intValueExact();
    }
}
