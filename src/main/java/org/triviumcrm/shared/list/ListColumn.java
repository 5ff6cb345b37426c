package org.triviumcrm.shared.list;

import org.jspecify.annotations.Nullable;

/**
 * A column of a list. All SQL in it is written by the developer of the noun; nothing a user sends gets in here.
 *
 * <p>The expression shown may use joined tables; sort and filter expressions only the noun's own one, so that an index answers them.
 */
public final class ListColumn {

    private final String key;
    private final ColumnType type;
    private final String expression;
    private @Nullable String companion;
    private @Nullable String href;
    private @Nullable String message;
    private @Nullable Belonging belonging;
    private @Nullable Choices choices;
    private @Nullable SortKey sort;
    private @Nullable String filter;
    private @Nullable String contains;
    private @Nullable KeptElsewhere kept;
    private boolean shown;
    private boolean required;
    private boolean badge;
    private boolean deadline;

    private ListColumn(String key, ColumnType type, String expression, @Nullable String companion) {
        if (!key.matches("[a-z][a-zA-Z0-9]*")) {
            throw new IllegalArgumentException("A column's key is a plain camel-case word, not " + key);
        }
        this.key = key;
        this.type = type;
        this.expression = expression;
        this.companion = companion;
    }

    public static ListColumn of(String key, ColumnType type, String expression) {
        return new ListColumn(key, type, expression, null);
    }

    public static ListColumn text(String key, String expression) {
        return of(key, ColumnType.TEXT, expression);
    }

    /** An amount and the expression of its currency. */
    public static ListColumn money(String key, String amount, String currency) {
        return new ListColumn(key, ColumnType.MONEY, amount, currency);
    }

    /** A text that leads to a record: {@code link("customer", "k.name", "c.customer_id", "/customers/{id}")}. */
    public static ListColumn link(String key, String text, String id, String href) {
        ListColumn column = new ListColumn(key, ColumnType.LINK, text, id);
        column.href = href;
        return column;
    }

    public static ListColumn named(String key, String text, String id) {
        return new ListColumn(key, ColumnType.TEXT, text, id);
    }

    public static ListColumn choice(String key, String expression, Choices choices) {
        ListColumn column = of(key, ColumnType.CHOICE, expression);
        column.choices = choices;
        return column;
    }

    /** No column to show: a filter by people who have to do with a row in the way that the query says. */
    public static ListColumn people(String key, String messageKey, String query) {
        return filterOnly(key, messageKey, Choices.people(query));
    }

    /** No column to show: a filter that only an address asks for, and that stands in the form only then. */
    public static ListColumn filterOnly(String key, String messageKey, Choices choices) {
        return choice(key, "null", choices).titled(messageKey).filterableThrough(choices);
    }

    /** Another title than {@code <prefix of the list>.<key>}. */
    public ListColumn titled(String messageKey) {
        message = messageKey;
        return this;
    }

    /** On offer only beside a value of another column, with the title that it brings. */
    public ListColumn belonging(Belonging to) {
        belonging = to;
        return this;
    }

    /** Shows a choice as a badge, coloured by its value in lower case. */
    public ListColumn badge() {
        badge = true;
        return this;
    }

    /** A moment by which something is to be done: stands out once it is past. */
    public ListColumn deadline() {
        deadline = true;
        return this;
    }

    /** Shown as long as the user has not chosen columns. */
    public ListColumn shown() {
        shown = true;
        return this;
    }

    /** Offers sorting by the expression itself; needs an index over (expression, id), see {@link SortKey}. */
    public ListColumn sortable() {
        return sortable(expression);
    }

    /** Offers sorting by an expression over the noun's own table. */
    public ListColumn sortable(String sql) {
        sort = SortKey.of(sql, type, true);
        return this;
    }

    /** As above, never null: one range, not two. Constants are sorted by a number, their rank. */
    public ListColumn sortableNotNull(String sql) {
        sort = SortKey.of(sql, type == ColumnType.CHOICE ? ColumnType.INTEGER : type, false);
        required = true;
        return this;
    }

    /** Offers filtering by the expression itself. */
    public ListColumn filterable() {
        return filterable(expression);
    }

    /** Offers filtering by an expression over the noun's own table, such as the id behind a joined name. */
    public ListColumn filterable(String sql) {
        filter = sql;
        return this;
    }

    /** Offers filtering by choices, whatever the column shows: an owner's name is filtered by the owner's id. */
    public ListColumn filterable(String sql, Choices values) {
        choices = values;
        return filterable(sql);
    }

    /** Offers filtering by choices that have to do with a row in the way that their query says, whatever the column shows. */
    public ListColumn filterableThrough(Choices values) {
        choices = values;
        required = true;
        return filterable("id");
    }

    /** Offers a range of what another table keeps of a row. */
    public ListColumn filterable(KeptElsewhere elsewhere) {
        kept = elsewhere;
        required = true;
        return filterable(elsewhere.sql());
    }

    /** Offers "contains" as well: an array column of two-character pieces with a GIN index. */
    public ListColumn containing(String piecesColumn) {
        contains = piecesColumn;
        return this;
    }

    public String key() {
        return key;
    }

    public ColumnType type() {
        return type;
    }

    String expression() {
        return expression;
    }

    /** The currency of an amount or the id of a linked record. */
    @Nullable
    String companion() {
        return companion;
    }

    @Nullable
    String href() {
        return href;
    }

    @Nullable
    String message() {
        return message;
    }

    @Nullable
    Belonging belonging() {
        return belonging;
    }

    public boolean isBadge() {
        return badge;
    }

    boolean isDeadline() {
        return deadline;
    }

    @Nullable
    Choices choices() {
        return choices;
    }

    @Nullable
    SortKey sort() {
        return sort;
    }

    @Nullable
    String filter() {
        return filter;
    }

    @Nullable
    String contains() {
        return contains;
    }

    @Nullable
    KeptElsewhere kept() {
        return kept;
    }

    public boolean isSortable() {
        return sort != null;
    }

    public boolean isFilterable() {
        return filter != null;
    }

    boolean isShown() {
        return shown;
    }

    /** Whether there is never a row without a value, so that asking for emptiness makes no sense. */
    boolean isRequired() {
        return required || choices != null && choices.several();
    }

    FilterKind filterKind() {
        return choices == null ? type.filter() : FilterKind.CHOICE;
    }
}
