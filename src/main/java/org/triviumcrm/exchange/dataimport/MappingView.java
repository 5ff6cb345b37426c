package org.triviumcrm.exchange.dataimport;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.triviumcrm.exchange.CanImport;
import org.triviumcrm.exchange.file.RawRow;
import org.triviumcrm.exchange.file.RowReader;
import org.triviumcrm.exchange.file.ValueReader;
import org.triviumcrm.identity.Viewer;
import org.triviumcrm.shared.exchange.FieldType;
import org.triviumcrm.shared.exchange.ImportField;
import org.triviumcrm.shared.exchange.ImportOption;
import org.triviumcrm.shared.exchange.ImportRow;
import org.triviumcrm.shared.exchange.ImportTarget;

/** Shows how a file will be read with the plan as it stands. */
@Service
@Transactional(readOnly = true)
public class MappingView {

    private static final int ROWS = 8;
    private static final List<BigDecimal> FACTORS = List.of(
            BigDecimal.ONE, BigDecimal.valueOf(1_000), BigDecimal.valueOf(10_000), BigDecimal.valueOf(1_000_000));

    private final ImportService imports;
    private final ImportTargets targets;
    private final FileRepository files;

    MappingView(ImportService imports, ImportTargets targets, FileRepository files) {
        this.imports = imports;
        this.targets = targets;
        this.files = files;
    }

    /** A cell as it will be read; bad when it can not be. */
    public record Cell(String text, boolean bad) {}

    /**
     * The mapping page.
     *
     * @param missing what new records need and the plan does not give them
     * @param hopeless whether no row can come in like this
     */
    public record Page(
            DataImport file,
            ImportTarget target,
            List<String> examples,
            List<ImportField> unmapped,
            List<ImportField> missing,
            boolean hopeless,
            List<List<Cell>> preview,
            List<BigDecimal> factors) {}

    @CanImport
    public Page page(Viewer viewer, long id) {
        DataImport file = imports.draft(viewer, id);
        ImportTarget target = targets.target(file.target());
        FileSample sample = FileSample.read(files.open(id), file.format(), 100);
        List<String> examples = new ArrayList<>();
        for (int at = 0; at < sample.headers().size(); at++) {
            examples.add(sample.examples(at));
        }
        List<ImportField> unmapped = target.fields().stream()
                .filter(field -> !file.plan().columns().containsKey(field.key()))
                .filter(field -> target.options().stream()
                        .noneMatch(option -> option.key().equals(field.key())))
                .toList();
        return new Page(
                file,
                target,
                examples,
                unmapped,
                file.plan().missing(target),
                file.plan().isHopeless(target),
                preview(file, target, sample),
                FACTORS);
    }

    /**
     * What can't be done as typed: fields that there are not, and fixed values that can't be read.
     *
     * @param path of the form's field
     */
    public record Problem(String path, String messageKey, String field, String text) {}

    @CanImport
    public List<Problem> problems(Viewer viewer, long id, MapColumns input) {
        DataImport file = imports.draft(viewer, id);
        ImportTarget target = targets.target(file.target());
        Map<String, ImportField> fields =
                target.fields().stream().collect(Collectors.toMap(ImportField::key, Function.identity()));
        List<Problem> problems = new ArrayList<>();
        for (int at = 0; at < input.getColumns().size(); at++) {
            String field = input.getColumns().get(at).getField();
            boolean answer = target.keepsAnswers() && field.equals(ImportTarget.ANSWERS);
            if (!field.isBlank() && !answer && !fields.containsKey(field)) {
                problems.add(new Problem("columns[" + at + "].field", "form.choose", field, ""));
            }
        }
        for (ImportOption option : target.options()) {
            if (option.isFound()) {
                notFound(viewer, target, option, input).ifPresent(problems::add);
            }
        }
        ValueReader reader = new ValueReader(file.format());
        input.getFixed().forEach((field, text) -> {
            ImportField known = fields.get(field);
            try {
                if (known != null && !text.isBlank()) {
                    reader.read(known, text.strip(), BigDecimal.ONE);
                }
            } catch (ValueReader.BadValue e) {
                problems.add(new Problem("fixed[" + field + "]", e.messageKey(), field, text.strip()));
            }
        });
        return problems;
    }

    private static Optional<Problem> notFound(
            Viewer viewer, ImportTarget target, ImportOption option, MapColumns input) {
        String said = input.getOptions().getOrDefault(option.key(), "");
        boolean column =
                input.getColumns().stream().anyMatch(one -> one.getField().equals(option.key()));
        boolean right = said.isEmpty() ? column : found(viewer, target, option, said) != null;
        return right
                ? Optional.empty()
                : Optional.of(new Problem(
                        "options[" + option.key() + "]", "exchange.import.columns.found", option.key(), said));
    }

    private static @Nullable String found(Viewer viewer, ImportTarget target, ImportOption option, String said) {
        return said.matches("\\d{1,18}") ? target.found(viewer.personId(), option.key(), Long.parseLong(said)) : null;
    }

    /** What the records are called that a form has found for options. */
    @CanImport
    public Map<String, String> found(Viewer viewer, long id, MapColumns input) {
        ImportTarget target = targets.target(imports.draft(viewer, id).target());
        Map<String, String> names = new HashMap<>();
        for (ImportOption option : target.options()) {
            String name = found(viewer, target, option, input.getOptions().getOrDefault(option.key(), ""));
            if (option.isFound() && name != null) {
                names.put(option.key(), name);
            }
        }
        return names;
    }

    private static List<List<Cell>> preview(DataImport file, ImportTarget target, FileSample sample) {
        Map<Integer, ImportField> fields = new HashMap<>();
        for (ImportField field : target.fields()) {
            Integer column = file.plan().columns().get(field.key());
            if (column != null) {
                fields.put(column, field);
            }
        }
        RowConverter converter = new RowConverter(file, List.copyOf(fields.values()));
        return sample.rows().stream()
                .limit(ROWS)
                .map(row -> cells(file, row, fields, converter))
                .toList();
    }

    private static String shown(FieldType type, Object value) {
        return switch (type) {
            case NUMBER, PRICE, RATE ->
                ((BigDecimal) value).stripTrailingZeros().toPlainString();
            case MOMENT -> value.toString().replace('T', ' ');
            default -> value.toString();
        };
    }

    private static List<Cell> cells(
            DataImport file, RawRow raw, Map<Integer, ImportField> fields, RowConverter converter) {
        ImportRow row = converter.convert(new StagingRepository.StagedRow(0, raw.line(), raw.cells(), null));
        List<Cell> cells = new ArrayList<>();
        for (int at = 0; at < file.plan().headers().size(); at++) {
            ImportField field = fields.get(at);
            String text = at < raw.cells().size()
                    ? RowReader.shown(raw.cells().get(at).strip())
                    : "";
            Object value = field == null ? null : row.values().get(field.key());
            boolean nothing = text.isEmpty() || file.format().nothing().contains(text.toLowerCase());
            boolean bad = field != null && value == null && !nothing;
            String shown = field == null || field.type() == FieldType.REFERENCE || bad || value == null
                    ? (nothing ? "" : text)
                    : shown(field.type(), value);
            cells.add(new Cell(shown, bad));
        }
        return cells;
    }
}
