package org.triviumcrm.exchange.dataimport;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.triviumcrm.shared.exchange.FieldMode;
import org.triviumcrm.shared.exchange.ImportField;
import org.triviumcrm.shared.exchange.ImportTarget;

/**
 * What becomes of the columns of a file.
 *
 * @param headers of the file, or made-up ones
 * @param columns the column of each field that has one, from 0
 * @param fixed texts for fields that have no column
 * @param keyFields by which existing records are found
 * @param factors by which the numbers of a field are multiplied
 * @param prepared whether the target has made what the whole file needs
 */
public record ImportPlan(
        List<String> headers,
        Map<String, Integer> columns,
        Map<String, String> fixed,
        List<String> keyFields,
        Map<String, FieldMode> modes,
        Map<String, BigDecimal> factors,
        Map<String, String> options,
        boolean prepared) {

    ImportPlan withOptions(Map<String, String> others, boolean done) {
        return new ImportPlan(headers, columns, fixed, keyFields, modes, factors, others, done);
    }

    /** Whether a field gets a value at all. */
    public boolean fills(String field) {
        return columns.containsKey(field) || fixed.containsKey(field);
    }

    /** What every new record needs and no row has. */
    List<ImportField> missing(ImportTarget target) {
        return target.fields().stream()
                .filter(field -> field.required() && !fills(field.key()))
                .toList();
    }

    /** Whether no row can come in: new records lack something, and there is no key to find existing ones by. */
    boolean isHopeless(ImportTarget target) {
        return keyFields.isEmpty() && !missing(target).isEmpty();
    }

    public BigDecimal factor(String field) {
        return factors.getOrDefault(field, BigDecimal.ONE);
    }

    /** The text of a field in a row; null when the row has none. */
    @Nullable
    String text(String field, List<String> cells) {
        Integer column = columns.get(field);
        if (column == null) {
            return fixed.get(field);
        }
        return column < cells.size() ? cells.get(column) : null;
    }
}
