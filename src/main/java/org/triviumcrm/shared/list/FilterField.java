package org.triviumcrm.shared.list;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One field of the filter form.
 *
 * @param filter what is asked at present
 * @param choices what can be chosen; empty for other kinds
 * @param source address that finds further choices by what is typed; null when {@code choices} are all
 * @param leading whether more can be asked once something is chosen
 */
public record FilterField(
        ListColumn column,
        String title,
        @Nullable ListFilter filter,
        List<Choice> choices,
        @Nullable String source,
        boolean leading) {

    public String kind() {
        return column.filterKind().name();
    }

    public String name() {
        return "f." + column.key();
    }

    public String value() {
        return filter == null || filter.operator().isBare() ? "" : filter.value();
    }

    public String from() {
        return filter == null || relative() != null ? "" : filter.from();
    }

    public String to() {
        return filter == null || relative() != null ? "" : filter.to();
    }

    /** The token of a span such as {@code this-month}, if that is asked. */
    public @Nullable String relative() {
        return filter == null
                ? null
                : RelativeDates.of(filter.value()).map(RelativeDates::token).orElse(null);
    }

    public boolean asks(String token) {
        return filter != null && filter.operator().token().equals(token);
    }

    public boolean chose(String value) {
        return filter != null && filter.values().contains(value);
    }

    /** The operators to choose from, in words of {@code shared.list.operator.<token>}. */
    public List<String> operators() {
        return java.util.Arrays.stream(Operator.values())
                .filter(operator -> FilterKind.offers(column, operator))
                .map(Operator::token)
                .toList();
    }

    public List<String> spans() {
        return java.util.Arrays.stream(RelativeDates.values())
                .map(RelativeDates::token)
                .toList();
    }
}
