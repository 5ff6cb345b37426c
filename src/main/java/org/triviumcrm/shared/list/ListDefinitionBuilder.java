package org.triviumcrm.shared.list;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Puts a definition together, in the order a reader asks: whose, from where, which columns. */
public final class ListDefinitionBuilder {

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
    private @Nullable Function<ListReader, RowScope> seen;
    private @Nullable String condition;
    private @Nullable ListMark mark;
    private @Nullable SortOrder sort;

    ListDefinitionBuilder(String noun, String path) {
        this.noun = noun;
        this.path = path;
        this.messages = noun;
    }

    public ListDefinitionBuilder messages(String prefix) {
        messages = prefix;
        return this;
    }

    public ListDefinitionBuilder permissions(String view, String export) {
        viewPermission = view;
        exportPermission = export;
        return this;
    }

    /** The noun's own table; it has {@code id}, {@code owner_id}, {@code team_id}. */
    public ListDefinitionBuilder from(String ownTable, String ownAlias) {
        table = ownTable;
        alias = ownAlias;
        return this;
    }

    /**
     * Shows everybody the rows that are theirs by this column and no others, whatever their roles allow; the table needs no
     * owner and team then. The column leads the index of each order.
     */
    public ListDefinitionBuilder ownedBy(String column) {
        own = column;
        return this;
    }

    /** Shows everybody the rows of this scope, whatever they see of the record type elsewhere. */
    public ListDefinitionBuilder seenBy(Function<ListReader, RowScope> scope) {
        seen = scope;
        return this;
    }

    /** A left join by a key, so that it neither drops nor doubles a row. */
    public ListDefinitionBuilder join(String leftJoin) {
        joins.add(leftJoin);
        return this;
    }

    /** A condition that always holds, such as {@code c.archived_at is null}. */
    public ListDefinitionBuilder where(String sql) {
        condition = sql;
        return this;
    }

    public ListDefinitionBuilder column(ListColumn column) {
        if (columns.put(column.key(), column) != null) {
            throw new IllegalArgumentException("Two columns " + column.key() + " in the list of " + noun);
        }
        return this;
    }

    /** A sum under a money or number column; an expression over the noun's own table. */
    public ListDefinitionBuilder total(String column, String sql) {
        totals.put(column, sql);
        return this;
    }

    /**
     * Says that indexes (choice, sort, id) exist. Worth having where the choice decides where its rows lie in the
     * order: what is won has a date of closing, what is open has none.
     */
    public ListDefinitionBuilder together(String choice, String... sorts) {
        together.put(choice, Set.of(sorts));
        return this;
    }

    /**
     * Says that the index of each order among these columns includes the others, the owner and the team, so that
     * going through it needs no look at the rows. Worth having where many rows are passed before one fits: the first
     * closed among those opened this year.
     */
    public ListDefinitionBuilder carrying(String... columns) {
        carried.addAll(List.of(columns));
        return this;
    }

    /**
     * A filter that the list opens with: what hardly anybody looks for is left out, in plain sight, and comes back when the
     * filter is taken away.
     */
    public ListDefinitionBuilder startingWith(String column, String... values) {
        start.add(new ListFilter(column, Operator.ANY, List.of(values)));
        return this;
    }

    public ListDefinitionBuilder sortedBy(String column) {
        sort = SortOrder.parse(column);
        return this;
    }

    /** A badge beside some rows; reads nothing but the row. */
    public ListDefinitionBuilder marked(ListMark some) {
        mark = some;
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
                seen,
                String.join(" ", joins),
                condition,
                new LinkedHashMap<>(columns),
                new LinkedHashMap<>(totals),
                Map.copyOf(together),
                Set.copyOf(carried),
                mark,
                List.copyOf(start),
                sort);
    }
}
