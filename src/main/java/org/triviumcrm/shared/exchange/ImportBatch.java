package org.triviumcrm.shared.exchange;

import java.util.List;

/** Some rows of a file, written in one transaction. */
public record ImportBatch(ImportContext context, List<ImportRow> rows) {

    /** The rows that nothing speaks against so far. */
    public List<ImportRow> standing() {
        return rows.stream().filter(row -> row.refusal() == null).toList();
    }
}
