package org.triviumcrm.insight.pivot;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.triviumcrm.identity.Viewer;
import org.triviumcrm.insight.pivot.Pivot.Cell;
import org.triviumcrm.insight.pivot.Pivot.Head;
import org.triviumcrm.insight.pivot.Pivot.Row;
import org.triviumcrm.insight.pivot.PivotRepository.Sum;
import org.triviumcrm.insight.sold.SoldFilter;
import org.triviumcrm.insight.sold.SoldReach;

/** Cross analysis: what was sold in the viewer's reach, by any two of product, place, time, kind of customer and seller. */
@Service
class PivotService {

    private static final int ROWS = 50;
    private static final int COLUMNS = 24;

    private final PivotRepository sales;
    private final MessageSource messages;

    PivotService(PivotRepository sales, MessageSource messages) {
        this.sales = sales;
        this.messages = messages;
    }

    /** @param filter with nothing open */
    @CanCutSales
    @Transactional(readOnly = true)
    public Pivot of(Viewer viewer, PivotFilter filter) {
        List<Sum> sums = sales.sums(SoldReach.of(viewer), filter);
        Map<String, BigDecimal> cells = new HashMap<>();
        Map<String, BigDecimal> ofRows = new HashMap<>();
        Map<String, BigDecimal> ofColumns = new HashMap<>();
        BigDecimal all = BigDecimal.ZERO;
        for (Sum sum : sums) {
            if (sum.allRows() && sum.allColumns()) {
                all = sum.value();
            } else if (sum.allColumns()) {
                ofRows.put(sum.row(), sum.value());
            } else if (sum.allRows()) {
                ofColumns.put(sum.column(), sum.value());
            } else {
                cells.put(sum.row() + '\n' + sum.column(), sum.value());
            }
        }
        List<String> rows = chosen(filter.byRow(), ofRows, ROWS);
        List<String> columns = chosen(filter.byColumn(), ofColumns, COLUMNS);
        Map<String, String> names = names(filter.byRow(), rows);
        Map<String, String> columnNames = names(filter.byColumn(), columns);
        BigDecimal whole = all;
        return new Pivot(
                columns.stream()
                        .map(column -> new Head(columnNames.getOrDefault(column, column), href(filter, null, column)))
                        .toList(),
                rows.stream()
                        .map(row -> row(
                                filter,
                                names.getOrDefault(row, row),
                                row,
                                columns,
                                cells,
                                ofRows.getOrDefault(row, BigDecimal.ZERO),
                                whole))
                        .toList(),
                new Row(
                        messages.getMessage("insight.pivot.total", null, LocaleContextHolder.getLocale()),
                        columns.stream()
                                .map(column -> new Cell(ofColumns.get(column), href(filter, null, column)))
                                .toList(),
                        new Cell(whole, href(filter, null, null)),
                        null),
                ofRows.size() - rows.size(),
                ofColumns.size() - columns.size());
    }

    /**
     * The same, to be taken along.
     *
     * @param filter with nothing open
     * @throws AccessDeniedException for somebody who may not see opportunities
     */
    @CanExportSales
    @Transactional(readOnly = true)
    public Pivot export(Viewer viewer, PivotFilter filter) {
        if (!viewer.can("sales.opportunity.view")) {
            throw new AccessDeniedException("No sales for this viewer");
        }
        return of(viewer, filter);
    }

    private static Row row(
            PivotFilter filter,
            String name,
            String key,
            List<String> columns,
            Map<String, BigDecimal> cells,
            BigDecimal total,
            BigDecimal whole) {
        boolean adds = filter.measured().adds() && whole.signum() > 0;
        return new Row(
                name,
                columns.stream()
                        .map(column -> new Cell(cells.get(key + '\n' + column), href(filter, key, column)))
                        .toList(),
                new Cell(total, href(filter, key, null)),
                adds ? total.movePointRight(2).divide(whole, 1, RoundingMode.HALF_UP) : null);
    }

    /** Times in their order, the last of them when there are too many; others by how much they have, the greatest first. */
    private static List<String> chosen(PivotDimension by, Map<String, BigDecimal> sums, int most) {
        List<String> keys = new ArrayList<>(sums.keySet());
        if (by.isTime()) {
            keys.sort(Comparator.naturalOrder());
            return keys.subList(Math.max(0, keys.size() - most), keys.size());
        }
        keys.sort(Comparator.comparing((String key) -> sums.get(key)).reversed().thenComparing(key -> key));
        return keys.subList(0, Math.min(most, keys.size()));
    }

    private Map<String, String> names(PivotDimension by, List<String> keys) {
        Map<String, String> known = by.table() == null ? Map.of() : sales.names(by.table(), Set.copyOf(keys));
        String none = messages.getMessage("insight.pivot.none", null, LocaleContextHolder.getLocale());
        return keys.stream()
                .collect(Collectors.toMap(key -> key, key -> key.isEmpty() ? none : known.getOrDefault(key, key)));
    }

    private static String href(PivotFilter filter, @Nullable String row, @Nullable String column) {
        SoldFilter sold = SoldFilter.between(filter.first(), filter.last());
        if (row != null) {
            sold = filter.byRow().narrow(sold, row);
        }
        if (column != null) {
            sold = filter.byColumn().narrow(sold, column);
        }
        return sold.href();
    }
}
