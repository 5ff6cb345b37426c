package org.triviumcrm.exchange.dataimport;

import java.math.BigDecimal;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
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
 * @param answers columns that fit no field and are kept under their headings, from 0
 */
public record ImportPlan(
        List<String> headers,
        Map<String, Integer> columns,
        Map<String, String> fixed,
        List<String> keyFields,
        Map<String, FieldMode> modes,
        Map<String, BigDecimal> factors,
        Map<String, String> options,
        boolean prepared,
        List<Integer> answers) {

    /** Plans that were written down before there were answers have none. */
    public ImportPlan {
        answers = Objects.requireNonNullElse(answers, List.of());
    }

    ImportPlan withOptions(Map<String, String> others, boolean done) {
        return new ImportPlan(headers, columns, fixed, keyFields, modes, factors, others, done, answers);
    }

    /** Without what goes to other fields than these. */
    ImportPlan only(Set<String> fields) {
        Map<String, Integer> left = new LinkedHashMap<>(columns);
        Map<String, String> same = new LinkedHashMap<>(fixed);
        left.keySet().retainAll(fields);
        same.keySet().retainAll(fields);
        List<String> keys = keyFields.stream().filter(fields::contains).toList();
        return new ImportPlan(headers, left, same, keys, modes, factors, options, prepared, answers);
    }

    ImportPlan withColumns(Map<String, Integer> others, Map<String, FieldMode> how, List<Integer> kept) {
        return new ImportPlan(headers, others, fixed, keyFields, how, factors, options, prepared, kept);
    }

    /** What the cells of a column that fits no field are kept under: its heading, told apart from an earlier one alike. */
    static String question(List<String> headers, int column) {
        String heading = headers.get(column);
        int alike = Collections.frequency(headers.subList(0, column), heading);
        return alike == 0 ? heading : heading + " (" + (alike + 1) + ")";
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
