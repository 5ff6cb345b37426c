package org.triviumcrm.shared.list;

import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.triviumcrm.shared.format.TypedNumber;

/** Numbers and days from one to another, as conditions. Days are those of the reader. */
final class Ranges {

    private final ZoneId zone;
    private final LocalDate today;
    private final Function<Object, String> bind;

    /** @param bind gives the place of a value in the statement */
    Ranges(ZoneId zone, LocalDate today, Function<Object, String> bind) {
        this.zone = zone;
        this.today = today;
        this.bind = bind;
    }

    String of(ListColumn column, @Nullable String sql, ListFilter filter) {
        var span = RelativeDates.of(filter.value());
        if (column.filterKind() == FilterKind.DATE && span.isPresent()) {
            return days(column, sql, span.get().first(today), span.get().last(today));
        }
        return switch (column.type()) {
            case DATE, INSTANT -> days(column, sql, date(filter.from()), date(filter.to()));
            case INTEGER, YEAR -> between(sql, TypedNumber.whole(filter.from()), TypedNumber.whole(filter.to()));
            default -> between(sql, TypedNumber.read(filter.from()), TypedNumber.read(filter.to()));
        };
    }

    private String between(@Nullable String sql, @Nullable Object from, @Nullable Object to) {
        List<String> bounds = new ArrayList<>();
        if (from != null) {
            bounds.add(sql + " >= " + bind.apply(from));
        }
        if (to != null) {
            bounds.add(sql + " <= " + bind.apply(to));
        }
        return bounds.isEmpty() ? "true" : String.join(" and ", bounds);
    }

    private String days(ListColumn column, @Nullable String sql, @Nullable LocalDate from, @Nullable LocalDate to) {
        if (column.type() == ColumnType.DATE) {
            return between(sql, from, to);
        }
        List<String> bounds = new ArrayList<>();
        if (from != null) {
            bounds.add(sql + " >= " + bind.apply(midnight(from)));
        }
        if (to != null) {
            bounds.add(sql + " < " + bind.apply(midnight(to.plusDays(1))));
        }
        return bounds.isEmpty() ? "true" : String.join(" and ", bounds);
    }

    private Object midnight(LocalDate day) {
        return day.atStartOfDay(zone).toInstant().atOffset(ZoneOffset.UTC);
    }

    private static @Nullable LocalDate date(String text) {
        return text.isEmpty() ? null : LocalDate.parse(text);
    }
}
