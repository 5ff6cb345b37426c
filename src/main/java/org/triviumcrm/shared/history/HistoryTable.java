package org.triviumcrm.shared.history;

import java.util.ArrayList;
import java.util.List;

/**
 * A kind of record whose history can be read: a bean for each in the module that owns the table. The table is audited
 * by Envers into {@code <table>_aud} with the primary key {@code (id, rev)}, in this order. All strings are SQL or
 * message keys from code, never from a user.
 *
 * @param label message key of the kind of record
 * @param name its column that names a record
 * @param path where a record's page is, with {@code {id}} in it; empty without one
 * @param fields in the order to show
 */
public record HistoryTable(
        String table, String label, String name, String path, List<HistoryField> fields, List<HistorySet> sets) {

    public HistoryTable(String table, String label, String name, String path, List<HistoryField> fields) {
        this(table, label, name, path, fields, List.of());
    }

    /** With more fields behind its own. */
    HistoryTable with(List<HistoryField> more) {
        List<HistoryField> all = new ArrayList<>(fields);
        all.addAll(more);
        return more.isEmpty() ? this : new HistoryTable(table, label, name, path, List.copyOf(all), sets);
    }
}
