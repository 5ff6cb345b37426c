package org.triviumcrm.sales.quota;

import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.triviumcrm.sales.AttainedRow;

/**
 * What counts for one in a period, the latest first.
 *
 * @param amount of all of it, in the company's currency
 * @param next where it goes on; null at the end
 * @param year the page that its figures are on
 */
public record CountedPage(
        QuotaNode node,
        Period period,
        QuotaFilter filter,
        List<AttainedRow> rows,
        BigDecimal amount,
        String currency,
        @Nullable String next,
        String year) {

    /** Whether some of it counts for others. */
    public boolean isShared() {
        return rows.stream().anyMatch(AttainedRow::partly);
    }
}
