package org.triviumcrm.shared.exchange;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A table that imports fill. It has {@code id}, {@code version}, {@code created_at} and {@code updated_at}; when
 * {@code <table>_aud} exists the history is written as well.
 *
 * @param recordType such as {@code customer}
 * @param label the column that names a record, or in brackets a SELECT over the alias {@code t} that does
 * @param path where a record is shown, with {@code {id}}; null when it has no page
 * @param scoped whether it has {@code owner_id} and {@code team_id}, so that not everybody may change every row
 * @param parts columns of other tables whose rows belong to a record and go with it, such as
 *     {@code stage_change.opportunity_id}
 * @param used condition over the alias {@code r} that says a record is used where no foreign key shows it
 */
public record ImportTable(
        String recordType,
        String table,
        String label,
        @Nullable String path,
        boolean scoped,
        List<String> parts,
        @Nullable String used) {

    /** SQL over the alias {@code t}. */
    public String named() {
        return label.startsWith("(") ? label : "t." + label;
    }

    public String sequence() {
        return table + "_seq";
    }
}
