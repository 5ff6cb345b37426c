package org.triviumcrm.exchange.dataimport;

import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.triviumcrm.exchange.CanImport;
import org.triviumcrm.exchange.file.RowReader;
import org.triviumcrm.identity.Viewer;
import org.triviumcrm.shared.exchange.ImportRow;
import org.triviumcrm.shared.exchange.ImportTable;
import org.triviumcrm.shared.exchange.SpreadsheetText;
import org.triviumcrm.shared.list.ListDefinitions;

/** What became of an import, in words and as a file of the refused rows. */
@Service
@Transactional(readOnly = true)
public class ImportReport {

    private static final int SHOWN = 50;
    private static final int FIRST = 5;
    private static final int PIECE = 1_000;

    private final ImportService imports;
    private final OutcomeRepository outcomes;
    private final EffectRepository effects;
    private final ImportTargets targets;
    private final ListDefinitions lists;
    private final MessageSource messages;

    ImportReport(
            ImportService imports,
            OutcomeRepository outcomes,
            EffectRepository effects,
            ImportTargets targets,
            ListDefinitions lists,
            MessageSource messages) {
        this.imports = imports;
        this.outcomes = outcomes;
        this.effects = effects;
        this.targets = targets;
        this.lists = lists;
        this.messages = messages;
    }

    /** A refused row in words. */
    public record Line(long line, String reason, String start) {}

    /** A record that an import created, changed or could not take back. */
    public record Touched(
            long id,
            String recordType,
            String name,
            @Nullable String url,
            String verdict) {}

    @CanImport
    public List<Line> refused(Viewer viewer, long id) {
        DataImport file = imports.find(viewer, id);
        return outcomes.refused(id, 0, SHOWN).stream()
                .map(row -> new Line(row.line(), reason(file, row.refusal(), viewer.locale()), start(row.cells())))
                .toList();
    }

    static String start(List<String> cells) {
        String text = RowReader.shown(String.join(" · ", cells));
        return text.length() <= 120 ? text : text.substring(0, 120) + "…";
    }

    private String reason(DataImport file, ImportRow.Refusal refusal, Locale locale) {
        List<Object> arguments = new ArrayList<>();
        if (!refusal.field().isEmpty()) {
            arguments.add(messages.getMessage(
                    "exchange.target." + file.target() + "." + refusal.field(), null, refusal.field(), locale));
        }
        arguments.addAll(refusal.arguments());
        return messages.getMessage(refusal.messageKey(), arguments.toArray(), locale);
    }

    /** Writes all refused rows as they stood in the file, each with its line and the reason. */
    @CanImport
    public void write(Viewer viewer, long id, OutputStream to) throws IOException {
        DataImport file = imports.find(viewer, id);
        Writer text = new OutputStreamWriter(to, StandardCharsets.UTF_8);
        text.write('\uFEFF');
        CsvWriter csv = CsvWriter.builder().build(text);
        List<String> head = new ArrayList<>(file.plan().headers());
        Locale locale = LocaleContextHolder.getLocale();
        head.add(messages.getMessage("exchange.import.errors.line", null, locale));
        head.add(messages.getMessage("exchange.import.errors.reason", null, locale));
        csv.writeRecord(head);
        long after = 0;
        List<OutcomeRepository.Refused> piece = outcomes.refused(id, after, PIECE);
        while (!piece.isEmpty()) {
            for (OutcomeRepository.Refused row : piece) {
                List<String> cells = cells(row.cells(), file);
                cells.add(String.valueOf(row.line()));
                cells.add(reason(file, row.refusal(), locale));
                csv.writeRecord(cells);
            }
            after = piece.get(piece.size() - 1).position();
            piece = outcomes.refused(id, after, PIECE);
        }
        csv.flush();
    }

    /** The cells of a row as they may stand in a file, one for each column at least. */
    static List<String> cells(List<String> row, DataImport file) {
        List<String> cells = row.stream()
                .map(RowReader::shown)
                .map(ImportReport::harmless)
                .collect(Collectors.toCollection(ArrayList::new));
        while (cells.size() < file.plan().headers().size()) {
            cells.add("");
        }
        return cells;
    }

    /** Numbers stay as they are, so that the corrected file can be imported as it is. */
    static String harmless(String cell) {
        return cell.matches("[-+]?[\\d.,]+") ? cell : SpreadsheetText.guarded(cell);
    }

    /**
     * Some records of an import.
     *
     * @param types the kinds of records it touched
     * @param next the id after which the next piece begins; null for the last
     */
    public record Records(
            DataImport file,
            List<String> types,
            String type,
            List<Touched> rows,
            @Nullable Long next) {}

    /** Where the records of each kind that the import touched are found: in their list, else on a page of its own. */
    @CanImport
    public Map<String, String> places(Viewer viewer, long id) {
        DataImport file = imports.find(viewer, id);
        Map<String, String> places = new LinkedHashMap<>();
        targets.tables(targets.target(file.target())).stream()
                .map(ImportTable::recordType)
                .forEach(type -> places.put(
                        type,
                        lists.link(type, viewer)
                                .map(list -> list.is(ImportedRows.FILTER, id).toString())
                                .orElse("/imports/" + id + "/records?type=" + type)));
        return places;
    }

    /** The first records of each kind that the import created or changed, or those that could not be taken back. */
    @CanImport
    public List<Touched> touched(Viewer viewer, long id) {
        DataImport file = imports.find(viewer, id);
        boolean undone = file.state() == ImportState.UNDONE;
        return targets.tables(targets.target(file.target())).stream()
                .flatMap(table -> effects.touched(id, table, undone, 0, undone ? SHOWN : FIRST).stream())
                .toList();
    }

    /**
     * The records of one kind that came in or were changed by the import, piece by piece.
     *
     * @param type a record type; when the import touched none of it, the first it touched
     * @param after the id of the last record seen, 0 for the beginning
     */
    @CanImport
    public Records records(Viewer viewer, long id, String type, long after) {
        DataImport file = imports.find(viewer, id);
        ImportSummary summary = file.summary();
        Map<String, ImportTable> tables = new LinkedHashMap<>();
        targets.tables(targets.target(file.target())).stream()
                .filter(table -> summary != null && summary.touches(table.recordType()))
                .forEach(table -> tables.put(table.recordType(), table));
        ImportTable table = tables.containsKey(type)
                ? tables.get(type)
                : tables.values().stream().findFirst().orElse(null);
        if (table == null) {
            return new Records(file, List.of(), "", List.of(), null);
        }
        List<Touched> rows = effects.touched(id, table, false, after, SHOWN + 1);
        List<Touched> shown = rows.subList(0, Math.min(SHOWN, rows.size()));
        Long next = rows.size() > SHOWN ? shown.get(SHOWN - 1).id() : null;
        return new Records(file, List.copyOf(tables.keySet()), table.recordType(), shown, next);
    }
}
