package org.triviumcrm.insight.pivot;

import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Sales cut by two dimensions. Sums are over all rows and columns, also over those that are not shown.
 *
 * @param moreRows how many rows are not shown
 * @param moreColumns how many columns are not shown
 */
record Pivot(List<Head> columns, List<Row> rows, Row total, int moreRows, int moreColumns) {

    /** A column's name, and where its rows are. */
    record Head(String name, String href) {}

    /** @param value null where nothing was sold */
    record Cell(@Nullable BigDecimal value, String href) {}

    /**
     * A row.
     *
     * @param total over all columns
     * @param share of the whole, in per cent; null where parts don't add up
     */
    record Row(
            String name,
            List<Cell> cells,
            Cell total,
            @Nullable BigDecimal share) {}

    public boolean isEmpty() {
        return rows.isEmpty();
    }
}
