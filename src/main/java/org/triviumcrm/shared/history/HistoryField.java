package org.triviumcrm.shared.history;

/**
 * A column whose changes are shown.
 *
 * @param label message key of its name
 * @param kind how its values read: one of the constants here, or the kind of a {@link HistoryNames}
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
}
