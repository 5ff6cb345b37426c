package org.triviumcrm.shared.list;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
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
 * @param joins tables that columns show something of; never sorted or filtered by
 * @param totals sums under the list by column key: an expression over the noun's own table
 * @param together sort columns by choice column: those with an index (choice, sort, id) of their own
 * @param carried columns inside the index of every order among them, see {@link Builder#carrying}
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
        String joins,
        @Nullable String condition,
        Map<String, ListColumn> columns,
        Map<String, String> totals,
        Map<String, Set<String>> together,
        Set<String> carried,
        List<ListFilter> start,
        SortOrder defaultSort) {

    public static Builder of(String noun, String path) {
        return new Builder(noun, path);
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
        return column != null && !column.isFilterOnly();
    }

    /** With one more filter. */
    ListDefinition with(ListColumn filter) {
        Map<String, ListColumn> all = new LinkedHashMap<>(columns);
        all.put(filter.key(), filter);
        return new ListDefinition(
                noun,
                path,
                messages,
                viewPermission,
                exportPermission,
                table,
                alias,
                own,
                joins,
                condition,
                all,
                totals,
                together,
                carried,
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
        return own == null ? reader.scope(noun) : new OwnRows(own, reader.personId());
    }

    /** The choice that leads an index in the order asked for, when one single value of it is asked for. */
    @Nullable
    String leading(ListQuery query) {
        return query.filters().stream()
                .filter(filter -> filter.operator() == Operator.ANY
                        && filter.values().size() == 1
                        && together.getOrDefault(filter.column(), Set.of())
                                .contains(query.order().column()))
                .map(ListFilter::column)
                .findFirst()
                .orElse(null);
    }

    /** Whether the index of the order holds all that the filters and the reader's scope ask about. */
    boolean readsIndexAlone(ListQuery query) {
        return condition == null
                && carried.contains(query.order().column())
                && query.filters().stream().map(ListFilter::column).allMatch(carried::contains);
    }

    List<String> shownColumns() {
        return columns.values().stream()
                .filter(ListColumn::isShown)
                .map(ListColumn::key)
                .toList();
    }

    /** Puts a definition together, in the order a reader asks: whose, from where, which columns. */
    public static final class Builder {

        private final String noun;
        private final String path;
        private final Map<String, ListColumn> columns = new LinkedHashMap<>();
        private final Map<String, String> totals = new LinkedHashMap<>();
        private final Map<String, Set<String>> together = new LinkedHashMap<>();
        private final Set<String> carried = new HashSet<>();
        private final List<ListFilter> start = new ArrayList<>();
        private final List<String> joins = new ArrayList<>();
        private String messages;
        private String viewPermission = "";
        private String exportPermission = "";
        private String table = "";
        private String alias = "";
        private @Nullable String own;
        private @Nullable String condition;
        private @Nullable SortOrder sort;

        private Builder(String noun, String path) {
            this.noun = noun;
            this.path = path;
            this.messages = noun;
        }

        public Builder messages(String prefix) {
            messages = prefix;
            return this;
        }

        public Builder permissions(String view, String export) {
            viewPermission = view;
            exportPermission = export;
            return this;
        }

        /** The noun's own table; it has {@code id}, {@code owner_id}, {@code team_id}. */
        public Builder from(String ownTable, String ownAlias) {
            table = ownTable;
            alias = ownAlias;
            return this;
        }

        /**
         * Shows everybody the rows that are theirs by this column and no others, whatever their roles allow; the table needs no
         * owner and team then. The column leads the index of each order.
         */
        public Builder ownedBy(String column) {
            own = column;
            return this;
        }

        /** A left join by a key, so that it neither drops nor doubles a row. */
        public Builder join(String leftJoin) {
            joins.add(leftJoin);
            return this;
        }

        /** A condition that always holds, such as {@code c.archived_at is null}. */
        public Builder where(String sql) {
            condition = sql;
            return this;
        }

        public Builder column(ListColumn column) {
            if (columns.put(column.key(), column) != null) {
                throw new IllegalArgumentException("Two columns " + column.key() + " in the list of " + noun);
            }
            return this;
        }

        /** A sum under a money or number column; an expression over the noun's own table. */
        public Builder total(String column, String sql) {
            totals.put(column, sql);
            return this;
        }

        /**
         * Says that indexes (choice, sort, id) exist. Worth having where the choice decides where its rows lie in the
         * order: what is won has a date of closing, what is open has none.
         */
        public Builder together(String choice, String... sorts) {
            together.put(choice, Set.of(sorts));
            return this;
        }

        /**
         * Says that the index of each order among these columns includes the others, the owner and the team, so that
         * going through it needs no look at the rows. Worth having where many rows are passed before one fits: the first
         * closed among those opened this year.
         */
        public Builder carrying(String... columns) {
            carried.addAll(List.of(columns));
            return this;
        }

        /**
         * A filter that the list opens with: what hardly anybody looks for is left out, in plain sight, and comes back when the
         * filter is taken away.
         */
        public Builder startingWith(String column, String... values) {
            start.add(new ListFilter(column, Operator.ANY, List.of(values)));
            return this;
        }

        public Builder sortedBy(String column) {
            sort = SortOrder.parse(column);
            return this;
        }

        public ListDefinition build() {
            if (sort == null
                    || !columns.containsKey(sort.column())
                    || !columns.get(sort.column()).isSortable()) {
                throw new IllegalStateException("The list of " + noun + " needs a sortable column to start with");
            }
            return new ListDefinition(
                    noun,
                    path,
                    messages,
                    viewPermission,
                    exportPermission,
                    table,
                    alias,
                    own,
                    String.join(" ", joins),
                    condition,
                    new LinkedHashMap<>(columns),
                    new LinkedHashMap<>(totals),
                    Map.copyOf(together),
                    Set.copyOf(carried),
                    List.copyOf(start),
                    sort);
        }
    }
}
