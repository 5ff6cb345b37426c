package org.triviumcrm.shared.list;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A noun's list: which table, which columns, who may see and export it. Declared once as a bean; see the package's
 * description.
 *
 * @param noun record type for the scope and the name under which views are kept
 * @param path the page, such as {@code /customers}
 * @param messages prefix of the messages of columns ({@code <prefix>.<key>}) and file name ({@code <prefix>.file})
 * @param own the column that says whose a row is, in a list where everybody sees just the own ones; null where the scope of the
 *     record type decides
 * @param seen what decides which rows a reader sees, instead of the scope of the record type; null where that does
 * @param joins tables that columns show something of; never sorted or filtered by
 * @param totals sums under the list by column key: an expression over the noun's own table
 * @param together sort columns by choice column: those with an index (choice, sort, id) of their own
 * @param carried columns inside the index of every order among them, see {@link ListDefinitionBuilder#carrying}
 * @param mark what is said beside some rows, null for nothing
 * @param start what the list opens with when neither its address nor a view says otherwise
 */
public record ListDefinition(
        String noun,
        String path,
        String messages,
        String viewPermission,
        String exportPermission,
        String table,
        String alias,
        @Nullable String own,
        @Nullable Function<ListReader, RowScope> seen,
        String joins,
        @Nullable String condition,
        Map<String, ListColumn> columns,
        Map<String, String> totals,
        Map<String, Set<String>> together,
        Set<String> carried,
        @Nullable ListMark mark,
        List<ListFilter> start,
        SortOrder defaultSort) {

    public static ListDefinitionBuilder of(String noun, String path) {
        return new ListDefinitionBuilder(noun, path);
    }

    /** A column that is there: filters and orders were checked against the definition when they were read. */
    ListColumn known(String key) {
        return Objects.requireNonNull(columns.get(key), key);
    }

    @Nullable
    ListColumn find(String key) {
        return columns.get(key);
    }

    /** Whether the list has a column of this key to show. */
    boolean shows(String key) {
        ListColumn column = columns.get(key);
        return column != null && !FilterKind.isFilterOnly(column);
    }

    /** With one more filter. */
    ListDefinition with(ListColumn filter) {
        Map<String, ListColumn> all = new LinkedHashMap<>(columns);
        all.put(filter.key(), filter);
        return having(all);
    }

    /** With more columns, each behind the one whose values it belongs to, at the end if it belongs to none. */
    ListDefinition with(List<ListColumn> more) {
        Map<String, ListColumn> all = new LinkedHashMap<>();
        columns.values().forEach(column -> {
            all.put(column.key(), column);
            more.stream().filter(other -> Belonging.is(other, column)).forEach(other -> all.put(other.key(), other));
        });
        more.stream().filter(other -> other.belonging() == null).forEach(other -> all.put(other.key(), other));
        return more.isEmpty() ? this : having(all);
    }

    /** Whether columns belong to values of this one. */
    boolean isLeading(ListColumn column) {
        return columns.values().stream().anyMatch(other -> Belonging.is(other, column));
    }

    /** Without these columns. */
    ListDefinition without(Set<String> some) {
        Map<String, ListColumn> rest = new LinkedHashMap<>(columns);
        rest.keySet().removeAll(some);
        return some.isEmpty() ? this : having(rest);
    }

    private ListDefinition having(Map<String, ListColumn> some) {
        return new ListDefinition(
                noun,
                path,
                messages,
                viewPermission,
                exportPermission,
                table,
                alias,
                own,
                seen,
                joins,
                condition,
                some,
                totals,
                together,
                carried,
                mark,
                start,
                defaultSort);
    }

    String title(ListColumn column) {
        String message = column.message();
        return message != null ? message : messages + "." + column.key();
    }

    String id() {
        return alias + ".id";
    }

    /** The rows that a reader sees. */
    RowScope scope(ListReader reader) {
        if (own != null) {
            return new OwnRows(own, reader.personId());
        }
        return seen == null ? reader.scope(noun) : seen.apply(reader);
    }

    List<String> shownColumns() {
        return columns.values().stream()
                .filter(ListColumn::isShown)
                .map(ListColumn::key)
                .toList();
    }
}
