package org.triviumcrm.shared.history;

import java.util.Locale;

/**
 * A column whose changes are shown.
 *
 * @param column or a path into one that holds JSON: {@code custom.size}
 * @param label message key of its name
 * @param kind how its values read: one of the constants here, the kind of a {@link HistoryNames}, or what begins the
 *     keys of the messages that name its values
 */
public record HistoryField(String column, String label, String kind) {

    public static final String TEXT = "text";
    public static final String NUMBER = "number";
    public static final String DATE = "date";
    public static final String INSTANT = "instant";
    public static final String YES_NO = "yes-no";

    public static HistoryField text(String column, String label) {
        return new HistoryField(column, label, TEXT);
    }

    /** The property of inputs with the same value: {@code teamId} for {@code team_id}, {@code custom[size]} for {@code custom.size}. */
    String property() {
        int dot = column.indexOf('.');
        if (dot > 0) {
            return column.substring(0, dot) + "[" + column.substring(dot + 1) + "]";
        }
        StringBuilder name = new StringBuilder();
        for (String part : column.split("_")) {
            name.append(name.isEmpty() ? part : part.substring(0, 1).toUpperCase(Locale.ROOT) + part.substring(1));
        }
        return name.toString();
    }
}
