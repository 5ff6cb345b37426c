package org.triviumcrm.shared.list;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The WHERE of a list: the reader's scope and every filter, values always bound. A filter that can't be read matches
 * nothing (more rows than asked for would be worse) and is named in {@link #unreadable()}.
 */
final class Conditions {

    /** In place of an id: whoever reads. Makes a shared view show everyone their own. */
    static final String ME = "me";

    private final List<String> parts = new ArrayList<>();
    private final Map<String, Object> parameters = new LinkedHashMap<>();
    private final Map<String, String> byColumn = new LinkedHashMap<>();
    private final List<String> ofARow = new ArrayList<>();
    private final List<String> entries = new ArrayList<>();
    private final List<ListFilter> unreadable = new ArrayList<>();
    private boolean pieces;
    private final String whateverIsAsked;
    private final String always;
    private final boolean own;
    private final String id;
    private final long personId;
    private final Ranges ranges;
    private final ListQuery query;

    Conditions(ListQuery query, ListReader reader, LocalDate today) {
        this.personId = reader.personId();
        this.ranges = new Ranges(reader.zone(), today, this::bind);
        this.query = query;
        ListDefinition definition = query.definition();
        this.id = definition.id();
        RowScope scope = definition.scope(reader);
        parts.add(scope.sql(definition.alias()));
        parameters.putAll(scope.parameters());
        if (definition.condition() != null) {
            parts.add(definition.condition());
        }
        ofARow.addAll(parts);
        whateverIsAsked = sql();
        own = definition.own() != null;
        always = own ? sql() : Objects.requireNonNullElse(definition.condition(), "");
        query.filters().stream()
                .filter(filter -> !query.isPartOfAnother(filter.column()))
                .forEach(filter -> add(definition.known(filter.column()), filter));
    }

    String sql() {
        return String.join(" and ", parts);
    }

    /** The same, for rows that were found by another index: without what only helps an index to find them. */
    String ofARow() {
        return String.join(" and ", ofARow);
    }

    /** What is asked of one column alone: the stretch of its index that a list sorted by it walks through. */
    String on(String column) {
        return byColumn.getOrDefault(column, "true");
    }

    /** What an index of each order is about: the rows of one person in a list of own ones. */
    String always() {
        return always.isEmpty() ? "" : " and " + always;
    }

    /**
     * The entries of its index that the only filter asks for; nothing when there are more filters, or none, or when only
     * the reader's own rows are looked at.
     */
    @Nullable
    String entries() {
        return entries.size() == 1 && query.filters().size() == 1 && !own ? entries.get(0) : null;
    }

    /** What the rows have to meet that {@link #entries} lead to. */
    String ofAnEntry() {
        return pieces ? ofARow() : whateverIsAsked;
    }

    /** Whether {@link #entries} are pieces of words: only the rows themselves tell which of them match. */
    boolean areEntriesPieces() {
        return pieces;
    }

    Map<String, Object> parameters() {
        return parameters;
    }

    List<ListFilter> unreadable() {
        return unreadable;
    }

    private void add(ListColumn column, ListFilter filter) {
        try {
            String sql = condition(column, column.filter(), filter);
            ofARow.add(ofARow(column, filter, sql));
            if (filter.operator() == Operator.CONTAINS) {
                String found = found(column, filter.value());
                parts.add(found + " and " + sql);
                entries.add(found);
                pieces = true;
            } else {
                parts.add(sql);
                if (!FilterKind.isAnsweredElsewhere(column)) {
                    entries.add(FilterKind.isOrdered(column) ? sql + " order by " + index(column, filter) : sql);
                }
            }
            byColumn.merge(column.key(), sql, (one, other) -> one + " and " + other);
        } catch (NumberFormatException | DateTimeException e) {
            unreadable.add(filter);
            parts.add("false");
            ofARow.add("false");
        }
    }

    /** What another table keeps is looked up row by row on a walk: a join with all that it keeps would end the order of the walk. */
    private String ofARow(ListColumn column, ListFilter filter, String sql) {
        KeptElsewhere kept = column.kept();
        if (kept != null && kept.ofARow() != null) {
            return kept.ofARow().formatted(compared(column, kept.sql(), filter));
        }
        if (column.choices() instanceof Choices.Rows rows && rows.among() != null) {
            return rows.among().ofARow().formatted(bind(ids(filter.values())));
        }
        return column.choices() instanceof Choices.Fixed fixed
                        && fixed.kept() != null
                        && filter.operator() == Operator.ANY
                ? fixed.kept().ofARow(String.valueOf(column.filter()), bind(filter.values()))
                : sql;
    }

    /** What the index that answers the filter is ordered by. */
    private String index(ListColumn column, ListFilter filter) {
        KeptElsewhere kept = column.kept();
        String sql = kept != null
                ? kept.subject(id)
                : FilterKind.isFilterOnly(column) ? id : String.valueOf(column.filter());
        return switch (filter.operator()) {
            case STARTS, EQUALS -> SortKey.folded(sql);
            default ->
                column.filterKind() == FilterKind.TEXT
                        ? SortKey.folded(sql)
                        : FilterKind.isInWords(column) ? SortKey.inWords(sql) : sql;
        };
    }

    private String condition(ListColumn column, @Nullable String sql, ListFilter filter) {
        if (column.choices() instanceof Choices.Distinct distinct && distinct.joined()) {
            return distinct.asked(String.valueOf(sql), filter.operator(), () -> bind(filter.values()));
        }
        if (column.choices() instanceof Choices.Fixed fixed && fixed.isAskedInItsWay()) {
            return fixed.asked(String.valueOf(sql), filter.operator(), () -> bind(filter.values()));
        }
        String compared = compared(column, sql, filter);
        KeptElsewhere kept = column.kept();
        return kept != null && kept.isSingle() ? kept.found(id, compared) : compared;
    }

    private String compared(ListColumn column, @Nullable String sql, ListFilter filter) {
        return switch (filter.operator()) {
            case EMPTY -> index(column, filter) + " is null";
            case PRESENT -> index(column, filter) + " is not null";
            case STARTS ->
                SortKey.folded(Objects.requireNonNull(sql)) + " like " + bind(ChoiceRepository.pattern(filter.value()));
            case EQUALS ->
                SortKey.folded(Objects.requireNonNull(sql)) + " = "
                        + bind(filter.value().toLowerCase(Locale.ROOT));
            case CONTAINS -> contains(sql, filter.value());
            case RANGE -> ranged(column, sql, filter);
            case ANY -> any(column, sql, filter.values());
        };
    }

    private String ranged(ListColumn column, @Nullable String sql, ListFilter filter) {
        KeptElsewhere kept = column.kept();
        if (kept == null || kept.isSingle()) {
            return ranges.of(column, sql, filter);
        }
        KeptElsewhere.Within within = kept.within();
        ListFilter days = within == null ? null : query.filter(within.column());
        if (within == null || days == null) {
            return kept.asked(column, id, ranges.of(column, sql, filter), filter);
        }
        String asked = ranges.of(query.definition().known(days.column()), within.day(), days);
        return within.asked(kept.subject(id), asked, ranges.of(column, within.sql(), filter), filter);
    }

    /** Folded as the search is. */
    private String contains(@Nullable String sql, String text) {
        return "position(search_fold(" + bind(text) + ") in search_fold(" + sql + ")) > 0";
    }

    /** The index finds by pieces what may contain the text. */
    private String found(ListColumn column, String text) {
        return text.codePointCount(0, text.length()) < 2
                ? "true"
                : column.contains() + " @> search_pieces(" + bind(text) + ")";
    }

    private String any(ListColumn column, @Nullable String sql, List<String> values) {
        if (column.type() == ColumnType.YES_NO) {
            return sql + " = " + bind(values.contains("yes"));
        }
        Choices choices = column.choices();
        if (choices instanceof Choices.Numbers numbers) {
            String asked = bind(values.stream().map(Long::valueOf).toList());
            return id + " in (" + numbers.query().formatted(asked) + ")";
        }
        String through = choices == null ? null : choices.through();
        if (choices != null && through != null) {
            Object asked = choices.ids() ? ids(values) : values;
            return id + " in (" + through.formatted(bind(asked)) + ")";
        }
        if (choices instanceof Choices.Rows rows && rows.among() != null) {
            return rows.among().found().formatted(bind(ids(values)));
        }
        if (choices instanceof Choices.Rows rows && rows.tree()) {
            return sql + " = any(" + rows.below(bind(ids(values))) + ")";
        }
        boolean ids = choices != null && choices.ids();
        String compared = choices instanceof Choices.Distinct ? SortKey.inWords(String.valueOf(sql)) : sql;
        return compared + " in (" + bind(ids ? ids(values) : values) + ")";
    }

    private List<Long> ids(List<String> values) {
        return values.stream().map(this::id).toList();
    }

    private long id(String value) {
        return ME.equals(value) ? personId : Long.parseLong(value);
    }

    private String bind(Object value) {
        String name = "filter" + parameters.size();
        parameters.put(name, value);
        return ":" + name;
    }
}
