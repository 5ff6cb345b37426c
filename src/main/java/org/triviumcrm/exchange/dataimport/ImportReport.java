package org.triviumcrm.exchange.dataimport;

import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.triviumcrm.exchange.CanImport;
import org.triviumcrm.identity.Viewer;
import org.triviumcrm.shared.exchange.ImportRow;
import org.triviumcrm.shared.exchange.SpreadsheetText;

/** What became of an import, in words and as a file of the refused rows. */
@Service
@Transactional(readOnly = true)
public class ImportReport {

    private static final int SHOWN = 50;
    private static final int PIECE = 1_000;

    private final ImportService imports;
    private final OutcomeRepository outcomes;
    private final EffectRepository effects;
    private final ImportTargets targets;
    private final MessageSource messages;

    ImportReport(
            ImportService imports,
            OutcomeRepository outcomes,
            EffectRepository effects,
            ImportTargets targets,
            MessageSource messages) {
        this.imports = imports;
        this.outcomes = outcomes;
        this.effects = effects;
        this.targets = targets;
        this.messages = messages;
    }

    /** A refused row in words. */
    public record Line(long line, String reason, String start) {}

    /** A record that an import created, changed or could not take back. */
    public record Touched(
            String recordType, String name, @Nullable String url, String verdict) {}

    @CanImport
    public List<Line> refused(Viewer viewer, long id) {
        DataImport file = imports.find(viewer, id);
        return outcomes.refused(id, 0, SHOWN).stream()
                .map(row -> new Line(row.line(), reason(file, row.refusal(), viewer.locale()), start(row.cells())))
                .toList();
    }

    private static String start(List<String> cells) {
        String text = String.join(" · ", cells);
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
                List<String> cells = row.cells().stream()
                        .map(ImportReport::harmless)
                        .collect(Collectors.toCollection(ArrayList::new));
                while (cells.size() < file.plan().headers().size()) {
                    cells.add("");
                }
                cells.add(String.valueOf(row.line()));
                cells.add(reason(file, row.refusal(), locale));
                csv.writeRecord(cells);
            }
            after = piece.get(piece.size() - 1).position();
            piece = outcomes.refused(id, after, PIECE);
        }
        csv.flush();
    }

    /** Numbers stay as they are, so that the corrected file can be imported as it is. */
    private static String harmless(String cell) {
        return cell.matches("[-+]?[\\d.,]+") ? cell : SpreadsheetText.guarded(cell);
    }

    /** The first records that the import created or changed, or those that could not be taken back. */
    @CanImport
    public List<Touched> touched(Viewer viewer, long id) {
        DataImport file = imports.find(viewer, id);
        boolean undone = file.state() == ImportState.UNDONE;
        return effects.touched(id, targets.tables(targets.target(file.target())), undone, SHOWN);
    }
}
