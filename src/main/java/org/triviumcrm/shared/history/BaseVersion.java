package org.triviumcrm.shared.history;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.triviumcrm.shared.history.EditConflict.Change;

/**
 * A record as it was when a form was opened, beside the newest row of its history.
 *
 * @param before values by column or set, as texts in the order of the alphabet
 * @param now the same of what is saved
 */
record BaseVersion(Map<String, List<String>> before, Map<String, List<String>> now) {

    /**
     * Who has changed a field of which what is typed differs from what is saved.
     *
     * @param typed as {@link EditConflicts} spells values
     */
    Change change(String column, String kind, List<String> typed) {
        if (!before.containsKey(column)) {
            return Change.UNKNOWN;
        }
        List<String> opened = before.getOrDefault(column, List.of());
        if (opened.equals(now.getOrDefault(column, List.of()))) {
            return Change.YOURS;
        }
        // Points in time are typed in the person's own zone and to the minute: whether they are the same is not known.
        boolean same = !kind.equals(HistoryField.INSTANT)
                && opened.stream()
                        .map(value -> plain(value, kind))
                        .sorted()
                        .toList()
                        .equals(typed);
        return same ? Change.THEIRS : Change.BOTH;
    }

    private static String plain(String value, String kind) {
        return kind.equals(HistoryField.NUMBER)
                ? EditConflicts.plain(new BigDecimal(value))
                : EditConflicts.plain(value);
    }
}
