package org.triviumcrm.sales.quota;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.triviumcrm.sales.QuotaMeasure;
import org.triviumcrm.sales.QuotaSubject;

/**
 * Quotas of a year or a quarter and its parts, by whose they are.
 *
 * @param columns the period and its parts
 * @param kinds those that the viewer can choose from
 * @param measures those that something is known of
 */
public record QuotaPage(
        Period period,
        QuotaSubject by,
        QuotaMeasure measure,
        @Nullable Long pipeline,
        List<Period> columns,
        List<Row> rows,
        List<QuotaSubject> kinds,
        List<QuotaMeasure> measures,
        String currency,
        QuotaFilter filter) {

    /** One of them, with a cell for each column. */
    public record Row(QuotaNode node, List<QuotaCell> cells, String href) {}

    public String href(Period other) {
        return filter.href("/sales/quotas", other, by);
    }
}
