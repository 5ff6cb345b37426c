package org.triviumcrm.shared.list;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * All that a list's page shows; {@code fragments/list.html} draws it.
 *
 * @param previous address of the page before, null on the first
 * @param next address of the page after, null on the last
 * @param counted whether all rows were counted, however many they are
 * @param panel the filter form when it is open, else null
 */
public record ListPage(
        ListDefinition definition,
        ListQuery query,
        List<ListHead> heads,
        List<ListRow> rows,
        ListCount count,
        List<ListChip> chips,
        ListViews views,
        List<ListOption> options,
        @Nullable List<FilterField> panel,
        int size,
        @Nullable String previous,
        @Nullable String next,
        boolean counted,
        boolean mayExport) {

    public static final List<Integer> SIZES = List.of(25, 50, 100, 200);

    public boolean isEmpty() {
        return rows.isEmpty();
    }

    /** Whether rows may be missing because of what somebody asked for, rather than because there are none. */
    public boolean isFiltered() {
        return !query.filters().isEmpty() && !query.filters().equals(definition.start());
    }

    public DrawnRow drawn(ListRow row, boolean selectable) {
        return new DrawnRow(this, row, selectable);
    }

    public boolean hasTotals() {
        return !count.totals().isEmpty();
    }

    /** Whether the definition has totals that were not worked out because too many rows match. */
    public boolean isTotalMissing() {
        return !definition.totals().isEmpty() && count.totals().isEmpty();
    }

    public @Nullable BigDecimal total(ListColumn column) {
        Map<String, BigDecimal> totals = count.totals();
        return totals.get(column.key());
    }

    public List<Integer> sizes() {
        return SIZES;
    }

    public String sized(int rows) {
        return query.sized(rows).href();
    }

    /** Address of the file with exactly these rows, columns and order. */
    public String exportHref(String format) {
        return query.viewed(0).sorted(query.order()).href("/lists/" + definition.noun() + "/export." + format);
    }

    /** The query of exactly these rows, for what is done with all of them. */
    public String kept() {
        return query.kept();
    }

    /** Address without any filter. */
    public String allHref() {
        return query.filtered(List.of()).href();
    }

    /** Address that counts and adds up to the end. */
    public String totalsHref() {
        return query.sorted(query.order()).href() + "&totals";
    }

    /** Address that opens or closes the filter form on this page. */
    public String panelHref(boolean open) {
        String href = query.href();
        return open ? href + (href.contains("?") ? "&" : "?") + "filters=open" : href;
    }
}
