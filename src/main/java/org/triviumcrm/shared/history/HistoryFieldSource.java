package org.triviumcrm.shared.history;

import java.util.List;

/** Brings fields into histories that are not known before: what people have set up. Asked whenever a history is read. */
public interface HistoryFieldSource {

    /** @param table as in {@link HistoryTable} */
    List<HistoryField> fields(String table);
}
