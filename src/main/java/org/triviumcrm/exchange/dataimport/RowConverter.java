package org.triviumcrm.exchange.dataimport;

import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.triviumcrm.exchange.file.RowReader;
import org.triviumcrm.exchange.file.ValueReader;
import org.triviumcrm.shared.exchange.FieldType;
import org.triviumcrm.shared.exchange.ImportField;
import org.triviumcrm.shared.exchange.ImportRow;
import org.triviumcrm.shared.exchange.ImportTarget;
import org.triviumcrm.shared.exchange.SpreadsheetText;

/**
 * Turns the cells of a row into values. Every row starts empty: nothing is taken over from the row before. References
 * are still the text of their cell afterwards.
 */
final class RowConverter {

    private static final ImportField ANSWER = ImportField.text(ImportTarget.ANSWERS, 2_000);

    /** Stands for the number of the row in texts that are the same for all. */
    private static final String ROW = "{row}";

    private final ImportPlan plan;
    private final List<ImportField> fields;
    private final ValueReader reader;
    private final Set<String> nothing;

    RowConverter(DataImport file, List<ImportField> fields) {
        this.plan = file.plan();
        this.fields = fields.stream().filter(field -> plan.fills(field.key())).toList();
        this.reader = new ValueReader(file.format());
        this.nothing = file.format().nothing();
    }

    ImportRow convert(StagingRepository.StagedRow staged) {
        Map<String, Object> values = new LinkedHashMap<>();
        ImportRow row = new ImportRow(staged.line(), values);
        List<String> cells = staged.cells();
        int width = plan.headers().size();
        if (cells.size() < width || cells.subList(width, cells.size()).stream().anyMatch(cell -> !cell.isBlank())) {
            row.refuse("exchange.refusal.cells", "", cells.size(), width);
        }
        if (staged.duplicateOf() != null) {
            row.refuse("exchange.refusal.duplicate", "", staged.duplicateOf());
        }
        for (ImportField field : fields) {
            String text = text(field, staged);
            String clean = text == null ? "" : text.strip();
            if (!clean.isEmpty() && !nothing.contains(clean.toLowerCase(Locale.ROOT))) {
                try {
                    String meant = field.type() == FieldType.REFERENCE ? clean : SpreadsheetText.plain(clean);
                    values.put(field.key(), reader.read(field, meant, plan.factor(field.key())));
                } catch (ValueReader.BadValue e) {
                    row.refuse(e.messageKey(), field.key(), shortened(clean));
                }
            }
        }
        if (!plan.answers().isEmpty()) {
            values.put(ImportTarget.ANSWERS, answers(row, cells));
        }
        return row;
    }

    /** What is the same for all rows may name the row. */
    private @Nullable String text(ImportField field, StagingRepository.StagedRow staged) {
        String text = plan.text(field.key(), staged.cells());
        boolean fixed = !plan.columns().containsKey(field.key());
        return text != null && fixed ? text.replace(ROW, String.valueOf(staged.line())) : text;
    }

    private Map<String, String> answers(ImportRow row, List<String> cells) {
        Map<String, String> answers = new LinkedHashMap<>();
        for (int at : plan.answers()) {
            String clean = at < cells.size() ? cells.get(at).strip() : "";
            if (clean.isEmpty() || nothing.contains(clean.toLowerCase(Locale.ROOT))) {
                continue;
            }
            try {
                Object text = reader.read(ANSWER, SpreadsheetText.plain(clean), BigDecimal.ONE);
                answers.put(ImportPlan.question(plan.headers(), at), text.toString());
            } catch (ValueReader.BadValue e) {
                row.refuse(e.messageKey(), ImportTarget.ANSWERS, shortened(clean));
            }
        }
        return answers;
    }

    private static String shortened(String text) {
        String shown = RowReader.shown(text);
        return shown.length() <= 100 ? shown : shown.substring(0, 100) + "…";
    }
}
