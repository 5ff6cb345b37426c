package org.triviumcrm.sales.quota;

import java.math.BigDecimal;
import java.util.List;

/**
 * The quotas of one in a year, month by month.
 *
 * @param cells the year, its quarters and its months, in the order of time: each quarter before its months
 * @param trend what is to be expected by what was attained before
 * @param mayManage whether the viewer may set them
 */
public record QuotaYear(
        QuotaNode node,
        int year,
        List<QuotaCell> cells,
        Trend trend,
        QuotaFilter filter,
        String currency,
        boolean mayManage,
        boolean over) {

    public String href(int other) {
        return filter.href(QuotaLinks.page(node.subject(), node.id()), Period.year(other), null);
    }

    public String href(String further) {
        return filter.href(QuotaLinks.page(node.subject(), node.id()) + "/" + further, Period.year(year), null);
    }

    public String allHref() {
        return filter.href("/sales/quotas", Period.year(year), node.subject());
    }

    /** What the year comes to if it goes on as before. */
    public BigDecimal expected() {
        return trend.whole(monthCells());
    }

    /** Whether all its months are over, so that there is nothing to expect. */
    public boolean isOver() {
        return over;
    }

    public QuotaCell whole() {
        return cells.get(0);
    }

    public List<QuotaCell> monthCells() {
        return cells.stream().filter(cell -> cell.period().months() == 1).toList();
    }
}
