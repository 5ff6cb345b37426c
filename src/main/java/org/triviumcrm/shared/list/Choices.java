package org.triviumcrm.shared.list;

import java.util.Arrays;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Where the values of a choice come from. */
public sealed interface Choices {

    /** Whether the values are ids (bigint in SQL) rather than texts. */
    default boolean ids() {
        return false;
    }

    /** The query for the rows of the list that belong to those asked for; null where a column says so. */
    default @Nullable String through() {
        return null;
    }

    /** Whether the column is an array of them, whose index has no order. */
    default boolean several() {
        return false;
    }

    /** Whether a filter by them looks at a row of another table, so that no index of the list's own one answers it. */
    default boolean joined() {
        return false;
    }

    /** The constants of an enum; the message of each is {@code <message>.<CONSTANT>}. */
    static Choices of(Class<? extends Enum<?>> values, String message) {
        return new Fixed(
                Arrays.stream(values.getEnumConstants()).map(Enum::name).toList(), message, null, null, false);
    }

    /**
     * The constants of an enum that have to do with a row in another way than by one of its columns.
     *
     * @param query for the ids of rows, with {@code %1$s} where the constants asked for go
     */
    static Choices of(Class<? extends Enum<?>> values, String message, String query) {
        return new Fixed(
                Arrays.stream(values.getEnumConstants()).map(Enum::name).toList(), message, query, null, false);
    }

    /**
     * The constants of an enum that another table keeps of a row, or of what the filter's expression is the id of.
     *
     * @param key the column of that table which is that id
     * @param column the column of that table which is the constant
     */
    static Choices keptIn(String table, String key, String column, Class<? extends Enum<?>> values, String message) {
        return new Fixed(
                Arrays.stream(values.getEnumConstants()).map(Enum::name).toList(),
                message,
                null,
                new KeptConstant(table, key, column),
                false);
    }

    /** Some values; the message of each is {@code <message>.<value>}. */
    static Choices of(List<String> values, String message) {
        return new Fixed(List.copyOf(values), message, null, null, false);
    }

    /** Some values of which a row may have several, in an array of JSON with a GIN index; the message of each is {@code <message>.<value>}. */
    static Choices several(List<String> values, String message) {
        return new Fixed(List.copyOf(values), message, null, null, true);
    }

    /** Texts that speak for themselves, in the order in which they are offered. */
    static Choices texts(List<String> values) {
        return new Texts(List.copyOf(values), null);
    }

    /**
     * Such texts of which a row may have several.
     *
     * @param query for the ids of rows, with {@code %1$s} where the texts asked for go
     */
    static Choices texts(List<String> values, String query) {
        return new Texts(List.copyOf(values), query);
    }

    /** Rows of a table that everybody may see, few enough to be read through; chosen by id, shown by a text column. */
    static Choices rows(String table, String label) {
        return new Rows(table, label, false, null, false, null);
    }

    /**
     * Like {@link #rows}, which have to do with a row in another way than by one of its columns.
     *
     * @param query for the ids of rows, with {@code %1$s} where the ids asked for go
     */
    static Choices rows(String table, String label, String query) {
        return new Rows(table, label, false, query, false, null);
    }

    /** Like {@link #rows}, of which another table says for many rows of the list that they have to do with them. */
    static Choices rows(String table, String label, Among among) {
        return new Rows(table, label, false, null, false, among);
    }

    /** Like {@link #rows}, of a table whose rows have a {@code parent_id}: who asks for one asks for all below it, too. */
    static Choices tree(String table, String label) {
        return new Rows(table, label, false, null, true, null);
    }

    /**
     * Records of many, of which a reader finds those that they may see: by how the name begins and, from two characters
     * on, by any part of it. The table is called as the record type and has {@code search_pieces}.
     */
    static Choices records(String table, String label) {
        return new Rows(table, label, true, null, false, null);
    }

    /**
     * Records that have to do with a row in another way than by one of its columns.
     *
     * @param query for the ids of rows, with {@code %1$s} where the records asked for go
     */
    static Choices records(String table, String label, String query) {
        return new Rows(table, label, true, query, false, null);
    }

    /** People who have to do with a row in another way than by one of its columns; "me" stands for whoever reads.
     *
     * @param query for the ids of rows, with {@code %1$s} where the people asked for go
     */
    static Choices people(String query) {
        return new Rows("person", "name", false, query, false, null);
    }

    /** The different texts of a column that has an index; found by skipping from one to the next. */
    static Choices distinct(String table, String column) {
        return new Distinct(table, column, false, null);
    }

    /** Such texts of which {@code query} finds the ids of rows, with {@code %1$s} where those asked for go. */
    static Choices distinct(String table, String column, String query) {
        return new Distinct(table, column, false, query);
    }

    /** The same texts, of the one row of that table whose id the filter's expression is: {@code o.customer_id}. */
    static Choices distinctOf(String table, String column) {
        return new Distinct(table, column, true, null);
    }

    /** People: like {@link #rows} of their table, and "me" stands for whoever reads. */
    static Choices people() {
        return new Rows("person", "name", false, null, false, null);
    }

    /**
     * @param through query for the rows of the list that belong to those asked for; null where a column says so
     * @param kept where they are kept instead; null where a column says so
     * @param several whether the column is an array of them
     */
    record Fixed(
            List<String> values,
            String message,
            @Nullable String through,
            @Nullable KeptConstant kept,
            boolean several) implements Choices {
        @Override
        public boolean joined() {
            return kept != null;
        }

        /** Whether {@link #asked} says what is asked. */
        boolean isAskedInItsWay() {
            return kept != null || several;
        }

        String asked(String sql, Operator operator, Supplier<String> values) {
            return kept != null ? kept.asked(sql, operator, values) : sql + " ??| array[" + values.get() + "]::text[]";
        }
    }

    /** @param through query for the rows of the list that belong to those asked for; null where a column says so */
    record Texts(List<String> values, @Nullable String through) implements Choices {}

    /**
     * @param records whether the reader's scope counts and parts of the label are found by index
     * @param through query for the rows of the list that belong to those asked for; null where a column says so
     * @param tree whether its rows have a {@code parent_id}, and those below count as well
     * @param among how many rows of the list have to do with them; null where a column or {@code through} says so
     */
    record Rows(
            String table,
            String label,
            boolean records,
            @Nullable String through,
            boolean tree,
            @Nullable Among among) implements Choices {
        @Override
        public boolean ids() {
            return true;
        }

        /** The rows of the tree with these ids and all below them; a circle ends. */
        String below(String ids) {
            return "array(with recursive below as (select id from " + table + " where id in (" + ids
                    + ") union select t.id from " + table
                    + " t join below b on t.parent_id = b.id) select id from below)";
        }
    }

    /**
     * @param joined whether the texts are those of another row, which the filter's expression is the id of
     * @param through query for the rows of the list that belong to those asked for; null where a column says so
     */
    record Distinct(
            String table,
            String column,
            boolean joined,
            @Nullable String through) implements Choices {

        /** What is asked of the row that an id leads to; who has none has no text. */
        String asked(String id, Operator operator, Supplier<String> values) {
            String text = SortKey.inWords("joined." + column);
            return switch (operator) {
                case EMPTY -> "(" + in(id, text + " is not null") + ") is not true";
                case PRESENT -> in(id, text + " is not null");
                default -> in(id, text + " in (" + values.get() + ")");
            };
        }

        private String in(String id, String condition) {
            return id + " in (select joined.id from " + table + " joined where " + condition + ")";
        }
    }

    /**
     * Numbers of something that a module above keeps, such as imports, and which rows of the list belong to them.
     *
     * @param query for the ids of rows, with {@code %s} where the numbers asked for go
     * @param message what a number is called
     */
    record Numbers(String query, String message) implements Choices {
        @Override
        public boolean ids() {
            return true;
        }
    }
}
