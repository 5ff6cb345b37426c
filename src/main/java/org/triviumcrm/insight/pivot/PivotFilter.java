package org.triviumcrm.insight.pivot;

import java.time.LocalDate;
import java.time.YearMonth;
import org.jspecify.annotations.Nullable;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.web.util.UriComponentsBuilder;

/**
 * How sales are cut.
 *
 * @param rows products without one
 * @param columns quarters without one
 * @param from the first month; the twelve months up to the last without one
 * @param to the last month; the present one without one
 */
record PivotFilter(
        @Nullable PivotDimension rows,
        @Nullable PivotDimension columns,
        @Nullable PivotMeasure measure,
        @Nullable @DateTimeFormat(pattern = "yyyy-MM") YearMonth from,
        @Nullable @DateTimeFormat(pattern = "yyyy-MM") YearMonth to) {

    static final String PATH = "/insight/sales";
    private static final int USUAL_MONTHS = 12;

    /** With nothing open. */
    PivotFilter filled(YearMonth present) {
        YearMonth last = to == null ? present : to;
        return new PivotFilter(
                byRow(), byColumn(), measured(), from == null ? last.minusMonths(USUAL_MONTHS - 1) : from, last);
    }

    static PivotFilter none() {
        return new PivotFilter(null, null, null, null, null);
    }

    PivotDimension byRow() {
        return rows == null ? PivotDimension.PRODUCT : rows;
    }

    PivotDimension byColumn() {
        return columns == null ? PivotDimension.QUARTER : columns;
    }

    PivotMeasure measured() {
        return measure == null ? PivotMeasure.AMOUNT : measure;
    }

    LocalDate first() {
        return from == null ? LocalDate.EPOCH : from.atDay(1);
    }

    LocalDate last() {
        return to == null ? LocalDate.EPOCH : to.atEndOfMonth();
    }

    /** Whether nothing is asked for. */
    boolean isOpen() {
        return rows == null && columns == null && measure == null && from == null && to == null;
    }

    /** Rows and columns changed for each other. */
    public String turnedHref() {
        return new PivotFilter(columns, rows, measure, from, to).href(PATH);
    }

    public String exportHref(String ending) {
        return href(PATH + "/export." + ending);
    }

    /** What is kept as a layout: how it is cut, and the months that are said. */
    public String query() {
        return href("").substring(1);
    }

    private String href(String path) {
        UriComponentsBuilder uri = UriComponentsBuilder.fromPath(path)
                .queryParam("rows", rows)
                .queryParam("columns", columns)
                .queryParam("measure", measure);
        if (from != null) {
            uri.queryParam("from", from);
        }
        if (to != null) {
            uri.queryParam("to", to);
        }
        return uri.build().toUriString();
    }
}
