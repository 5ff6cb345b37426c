package org.triviumcrm.sales.opportunity;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.triviumcrm.sales.opportunity.ImportedStageRepository.Stage;
import org.triviumcrm.shared.exchange.ExistingRecord;
import org.triviumcrm.shared.exchange.ImportRow;

/** What the cells of a row say about the columns of an opportunity. */
final class ImportedValues {

    private ImportedValues() {}

    /** For a new one. */
    static Map<String, Object> of(ImportRow row) {
        Map<String, Object> values = new LinkedHashMap<>();
        OpportunityFields.COLUMNS.forEach((field, column) -> {
            if (row.has(field)) {
                values.put(column, row.values().get(field));
            }
        });
        return values;
    }

    /** For an existing one: the closing date of an opportunity that stays open is the expected one. */
    static Map<String, Object> of(ImportRow row, ExistingRecord record, @Nullable Stage stage) {
        Map<String, Object> values = of(row);
        boolean closed = stage == null ? record.text("closed_on") != null : !stage.isOpen();
        if (row.has("closedOn")) {
            values.put(
                    closed ? "closed_on" : "expected_close_date", row.values().get("closedOn"));
        }
        return values;
    }

    /** Those that rows or the records they are about have their amounts in. */
    static Set<String> currencies(List<ImportRow> rows, Map<ImportRow, ExistingRecord> existing) {
        return Stream.concat(
                        rows.stream().map(row -> row.text("currency")),
                        existing.values().stream().map(record -> record.text("currency")))
                .filter(Objects::nonNull)
                .collect(Collectors.toSet());
    }
}
