package org.triviumcrm.shared.list;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.web.util.UriComponentsBuilder;

/**
 * What somebody asks of a list: filters, order, place, columns. Each change gives another query, and {@link #href} its
 * address; so a chip, a column's head and the pager are plain links.
 *
 * @param view the saved view it started from, 0 for none
 * @param columns the columns named in the address; empty: as chosen earlier
 * @param size rows on a page; 0: as chosen earlier
 * @param after cursor of the row the page begins after
 * @param before cursor of the row the page ends before
 */
public record ListQuery(
        ListDefinition definition,
        List<ListFilter> filters,
        @Nullable SortOrder sort,
        long view,
        List<String> columns,
        int size,
        @Nullable String after,
        @Nullable String before) {

    public ListQuery {
        filters = List.copyOf(filters);
        columns = List.copyOf(columns);
    }

    static ListQuery all(ListDefinition definition) {
        return new ListQuery(definition, List.of(), null, 0, List.of(), 0, null, null);
    }

    public SortOrder order() {
        return sort != null ? sort : definition.defaultSort();
    }

    /** What the order compares. */
    SortKey key() {
        ListColumn column = definition.known(order().column());
        ListFilter filter = filter(column.key());
        boolean beginning = filter != null && filter.operator() == Operator.STARTS;
        return beginning
                ? SortKey.ofBeginning(Objects.requireNonNull(column.filter()))
                : Objects.requireNonNull(column.sort());
    }

    /** Whether the address says itself what to show, instead of leaving it to a saved view. */
    boolean isExplicit() {
        return !filters.isEmpty() || sort != null || !columns.isEmpty();
    }

    public ListQuery without(ListFilter filter) {
        List<ListFilter> rest = new ArrayList<>(filters);
        rest.remove(filter);
        return filtered(rest);
    }

    public ListQuery filtered(List<ListFilter> others) {
        return new ListQuery(definition, others, order(), view, columns, size, null, null);
    }

    /** With what the list opens with. */
    ListQuery starting() {
        return new ListQuery(definition, definition.start(), sort, view, columns, size, after, before);
    }

    public ListQuery sorted(SortOrder other) {
        return new ListQuery(definition, filters, other, view, columns, size, null, null);
    }

    public ListQuery sized(int rows) {
        return new ListQuery(definition, filters, sort, view, columns, rows, null, null);
    }

    public ListQuery showing(List<String> keys) {
        return new ListQuery(definition, filters, order(), view, keys, size, null, null);
    }

    public ListQuery viewed(long savedView) {
        return new ListQuery(definition, filters, sort, savedView, columns, size, after, before);
    }

    /** With its order named. */
    ListQuery ordered() {
        return new ListQuery(definition, filters, order(), view, columns, size, after, before);
    }

    /** At the same place as another query. */
    ListQuery at(ListQuery other) {
        return new ListQuery(definition, filters, sort, view, columns, size, other.after, other.before);
    }

    ListQuery after(String cursor) {
        return new ListQuery(definition, filters, sort, view, columns, size, cursor, null);
    }

    ListQuery before(String cursor) {
        return new ListQuery(definition, filters, sort, view, columns, size, null, cursor);
    }

    /** The filter on a column, if it is asked for; the form shows it again. */
    public @Nullable ListFilter filter(String column) {
        return filters.stream()
                .filter(filter -> filter.column().equals(column))
                .findFirst()
                .orElse(null);
    }

    /** Whether a column is on offer: what belongs to a value of another one is where that is asked for. */
    boolean offers(ListColumn column) {
        Belonging belonging = column.belonging();
        ListFilter leading = belonging == null ? null : filter(belonging.column());
        return belonging == null
                || filter(column.key()) != null
                || leading != null && leading.values().contains(belonging.value());
    }

    /** Whether what a column is asked for is part of what another one is asked for, see {@link KeptElsewhere.Within}. */
    boolean isPartOfAnother(String column) {
        return filters.stream()
                .filter(filter -> filter.operator() == Operator.RANGE)
                .map(filter -> definition.known(filter.column()).kept())
                .anyMatch(kept -> kept != null
                        && kept.within() != null
                        && kept.within().column().equals(column));
    }

    /** The address of the list's page with this query; what is as usual is left out. */
    public String href() {
        return href(definition.path());
    }

    /** The same query asked of another address, such as the export. */
    public String href(String path) {
        return ListParameters.write(UriComponentsBuilder.fromPath(path), this)
                .encode()
                .build()
                .toUriString();
    }

    /** The query's part of an address without place and page size, as a saved view keeps it. */
    String kept() {
        ListQuery plain = new ListQuery(definition, filters, order(), 0, columns, 0, null, null);
        String query = ListParameters.write(UriComponentsBuilder.newInstance(), plain)
                .encode()
                .build()
                .getQuery();
        return query == null ? "" : query;
    }
}
