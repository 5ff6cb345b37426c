package org.triviumcrm.exchange.dataimport;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.triviumcrm.shared.exchange.FieldMode;
import org.triviumcrm.shared.exchange.ImportField;
import org.triviumcrm.shared.exchange.ImportTarget;

/** The form that says what becomes of each column. It holds rows, so it has setters. */
public class MapColumns {

    /** One column of the file. */
    public static class Column {
        private String field = "";

        @NotNull(message = "{form.choose}")
        private FieldMode mode = FieldMode.OVERWRITE;

        private boolean key;

        @NotNull(message = "{form.choose}")
        private BigDecimal factor = BigDecimal.ONE;

        private boolean isAnswer() {
            return field.equals(ImportTarget.ANSWERS);
        }

        public String getField() {
            return field;
        }

        public void setField(String field) {
            this.field = field;
        }

        public FieldMode getMode() {
            return mode;
        }

        public void setMode(FieldMode mode) {
            this.mode = mode;
        }

        public boolean isKey() {
            return key;
        }

        public void setKey(boolean key) {
            this.key = key;
        }

        public BigDecimal getFactor() {
            return factor;
        }

        public void setFactor(BigDecimal factor) {
            this.factor = factor;
        }
    }

    private List<@Valid Column> columns = new ArrayList<>();
    private Map<String, @Size(max = 2000, message = "{form.tooLong}") String> fixed = new LinkedHashMap<>();
    private Map<String, String> options = new LinkedHashMap<>();

    static MapColumns of(ImportPlan plan) {
        MapColumns form = new MapColumns();
        for (int at = 0; at < plan.headers().size(); at++) {
            form.columns.add(new Column());
        }
        plan.columns().forEach((field, at) -> {
            Column column = form.columns.get(at);
            column.field = field;
            column.mode = plan.modes().getOrDefault(field, FieldMode.OVERWRITE);
            column.key = plan.keyFields().contains(field);
            column.factor = plan.factor(field);
        });
        plan.answers().forEach(at -> {
            Column column = form.columns.get(at);
            column.field = ImportTarget.ANSWERS;
            column.mode = plan.modes()
                    .getOrDefault(ImportTarget.answer(ImportPlan.question(plan.headers(), at)), FieldMode.OVERWRITE);
        });
        form.fixed.putAll(plan.fixed());
        form.options.putAll(plan.options());
        return form;
    }

    ImportPlan plan(List<String> headers, ImportTarget target) {
        Map<String, Integer> places = new LinkedHashMap<>();
        Map<String, FieldMode> modes = new HashMap<>();
        Map<String, BigDecimal> factors = new HashMap<>();
        List<String> keys = new ArrayList<>();
        List<Integer> answers = new ArrayList<>();
        for (int at = 0; at < Math.min(columns.size(), headers.size()); at++) {
            Column column = columns.get(at);
            if (column.isAnswer()) {
                answers.add(at);
                modes.put(ImportTarget.answer(ImportPlan.question(headers, at)), column.mode);
            } else if (!column.field.isBlank()) {
                places.put(column.field, at);
                modes.put(column.field, column.mode);
                if (column.factor.compareTo(BigDecimal.ONE) != 0) {
                    factors.put(column.field, column.factor);
                }
                if (column.key) {
                    keys.add(column.field);
                }
            }
        }
        List<String> ordered = target.fields().stream()
                .filter(field -> field.identifies() && keys.contains(field.key()))
                .map(ImportField::key)
                .sorted((one, two) -> Boolean.compare(two.equals("reference"), one.equals("reference")))
                .toList();
        Map<String, String> constants = new LinkedHashMap<>();
        fixed.forEach((field, text) -> {
            if (!text.isBlank() && !places.containsKey(field)) {
                constants.put(field, text.strip());
            }
        });
        return new ImportPlan(headers, places, constants, ordered, modes, factors, Map.copyOf(options), false, answers);
    }

    /** The field that two columns claim, if there is one. */
    Optional<String> claimedTwice() {
        List<String> seen = new ArrayList<>();
        for (Column column : columns) {
            if (!column.field.isBlank() && !column.isAnswer() && seen.contains(column.field)) {
                return Optional.of(column.field);
            }
            seen.add(column.field);
        }
        return Optional.empty();
    }

    public List<Column> getColumns() {
        return columns;
    }

    public void setColumns(List<Column> columns) {
        this.columns = columns;
    }

    public Map<String, String> getFixed() {
        return fixed;
    }

    public void setFixed(Map<String, String> fixed) {
        this.fixed = fixed;
    }

    public Map<String, String> getOptions() {
        return options;
    }

    public void setOptions(Map<String, String> options) {
        this.options = options;
    }
}
