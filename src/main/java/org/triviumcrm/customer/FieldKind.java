package org.triviumcrm.customer;

import java.util.List;

/** What a custom field holds: how its values are kept in JSON, and what SQL compares and an index holds. */
public enum FieldKind {
    /** A string of one line. */
    TEXT("(%s)"),
    NUMBER("((%s)::numeric)"),
    /** An amount; its currency stands beside it under {@code <key>_currency}. */
    MONEY("((%s)::numeric)"),
    /** A string such as {@code 2026-11-30}. */
    DATE("iso_day(%s)"),
    /** The key of a {@link FieldChoice}. */
    CHOICE("((%s) collate \"C\")"),
    /** An array of such keys. */
    CHOICES("%s"),
    YES_NO("((%s)::boolean)"),
    /** The id of a person. */
    PERSON("((%s)::bigint)"),
    /** The id of a record of a {@link FieldCarrier}. */
    RECORD("((%s)::bigint)");

    private final String sql;

    FieldKind(String sql) {
        this.sql = sql;
    }

    public boolean isChosen() {
        return this == CHOICE || this == CHOICES;
    }

    /** The value as SQL compares it; its index is over this very expression. */
    String sql(String column, String key) {
        return sql.formatted(column + (this == CHOICES ? " -> '" : " ->> '") + key + "'");
    }

    /** What a person or record is called, out of the column that keeps these names beside the values. */
    static String named(String column, String key) {
        return "(" + column + " ->> '" + key + "')";
    }

    /** What indexes of the column hold, so that lists are filtered and sorted by it: see the package of the lists. */
    public List<String> indexes(String key) {
        String value = sql("custom", key);
        return switch (this) {
            case TEXT ->
                List.of(
                        "btree ((" + value + " collate trivium_words), id)",
                        "btree ((lower(" + value + ") collate \"C\"), id)");
            case CHOICES -> List.of("gin ((" + value + "))");
            case PERSON, RECORD ->
                List.of(
                        "btree (" + value + ", id)",
                        "btree ((" + named("custom_names", key) + " collate trivium_words), id)");
            default -> List.of("btree (" + value + ", id)");
        };
    }
}
