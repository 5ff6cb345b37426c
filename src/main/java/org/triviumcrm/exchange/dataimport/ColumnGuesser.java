package org.triviumcrm.exchange.dataimport;

import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.triviumcrm.shared.exchange.FieldMode;
import org.triviumcrm.shared.exchange.FieldType;
import org.triviumcrm.shared.exchange.ImportField;
import org.triviumcrm.shared.exchange.ImportOption;
import org.triviumcrm.shared.exchange.ImportTarget;

/** Guesses which column is which field: by the header, else by what stands in the column. */
final class ColumnGuesser {

    private static final Pattern EMAIL = Pattern.compile("\\S+@\\S+\\.\\S+");

    private ColumnGuesser() {}

    /** The plan that is proposed for a file. */
    static ImportPlan plan(ImportTarget target, List<String> headers, List<List<String>> rows) {
        Map<String, Integer> columns = columns(target.fields(), headers, rows);
        Map<String, FieldMode> modes = new HashMap<>();
        columns.keySet().forEach(field -> modes.put(field, FieldMode.OVERWRITE));
        Map<String, String> options = new HashMap<>();
        for (ImportOption option : target.options()) {
            options.put(option.key(), option.fallback());
        }
        List<Integer> answers = target.keepsAnswers() ? others(headers, columns) : List.of();
        return new ImportPlan(
                headers, columns, Map.of(), proposed(target, columns), modes, Map.of(), options, false, answers);
    }

    private static List<String> proposed(ImportTarget target, Map<String, Integer> columns) {
        List<String> together =
                target.proposedKeys().stream().filter(columns::containsKey).toList();
        return together.isEmpty() ? keys(identifying(target, columns)) : together;
    }

    private static Map<String, Integer> identifying(ImportTarget target, Map<String, Integer> columns) {
        Map<String, Integer> keys = new LinkedHashMap<>(columns);
        target.fields().stream().filter(field -> !field.identifies()).forEach(field -> keys.remove(field.key()));
        return keys;
    }

    /** The columns that are no field. */
    private static List<Integer> others(List<String> headers, Map<String, Integer> columns) {
        return IntStream.range(0, headers.size())
                .filter(at -> !columns.containsValue(at))
                .boxed()
                .toList();
    }

    /** The reference, else the e-mail address with the name, else the name. */
    static List<String> keys(Map<String, Integer> columns) {
        if (columns.containsKey("reference")) {
            return List.of("reference");
        }
        if (columns.containsKey("email") && (columns.containsKey("customer") || columns.containsKey("company"))) {
            return List.of("email", "name");
        }
        return columns.containsKey("name") ? List.of("name") : List.of();
    }

    static Map<String, Integer> columns(List<ImportField> fields, List<String> headers, List<List<String>> rows) {
        Map<String, Integer> columns = new LinkedHashMap<>();
        Set<Integer> taken = new HashSet<>();
        for (ImportField field : fields) {
            for (int rank = 0; rank < 2 && !columns.containsKey(field.key()); rank++) {
                int best = best(field, headers, taken, rank);
                if (best >= 0) {
                    columns.put(field.key(), best);
                    taken.add(best);
                }
            }
        }
        for (ImportField field : fields) {
            if (field.type() == FieldType.EMAIL && !columns.containsKey(field.key())) {
                for (int at = 0; at < headers.size(); at++) {
                    if (!taken.contains(at) && holdsAddresses(rows, at)) {
                        columns.put(field.key(), at);
                        taken.add(at);
                        break;
                    }
                }
            }
        }
        return columns;
    }

    /** First the field's own name, then its synonyms in their order. */
    private static int best(ImportField field, List<String> headers, Set<Integer> taken, int rank) {
        List<String> words = rank == 0 ? List.of(field.key()) : field.synonyms();
        for (String word : words) {
            for (int at = 0; at < headers.size(); at++) {
                if (!taken.contains(at) && letters(headers.get(at)).equals(letters(word))) {
                    return at;
                }
            }
        }
        return -1;
    }

    private static boolean holdsAddresses(List<List<String>> rows, int column) {
        List<String> cells = rows.stream()
                .filter(row -> column < row.size() && !row.get(column).isBlank())
                .map(row -> row.get(column).strip())
                .toList();
        return !cells.isEmpty()
                && cells.stream().allMatch(cell -> EMAIL.matcher(cell).matches());
    }

    private static String letters(String text) {
        return text.toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{N}]", "");
    }
}
