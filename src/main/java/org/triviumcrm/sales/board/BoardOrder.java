package org.triviumcrm.sales.board;

/** The order of the cards in a column; each with an index over (stage, order, id). */
public enum BoardOrder {
    ENTERED("o.stage_entered_at", "timestamptz", false),
    AMOUNT("o.base_amount", "numeric", false),
    CLOSE("coalesce(o.expected_close_date, date '9999-12-31')", "date", true);

    private final String key;
    private final String type;
    private final boolean ascending;

    BoardOrder(String key, String type, boolean ascending) {
        this.key = key;
        this.type = type;
        this.ascending = ascending;
    }

    String key() {
        return key;
    }

    /** Whether it is written as the keys of cards are. */
    boolean isKey(String written) {
        return type.equals("numeric")
                ? written.matches("-?\\d{1,17}(\\.\\d{1,4})?")
                : written.matches(
                        "-?infinity|\\d{4}-(0[1-9]|1[0-2])-([0-2]\\d|3[01])([ T]\\d\\d:\\d\\d:\\d\\d[\\d.:+-]*)?");
    }

    String orderBy() {
        String direction = ascending ? "asc" : "desc";
        return key + " " + direction + ", o.id " + direction;
    }

    /** Condition for the cards behind the one with {@code :afterKey} and {@code :afterId}. */
    String after() {
        return "(" + key + ", o.id) " + (ascending ? ">" : "<") + " (cast(:afterKey as " + type + "), :afterId)";
    }
}
