package org.triviumcrm.exchange.dataimport;

import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.triviumcrm.exchange.CanImport;
import org.triviumcrm.exchange.dataimport.AlikeRepository.Alike;
import org.triviumcrm.exchange.dataimport.AlikeRepository.Verdict;
import org.triviumcrm.identity.Viewer;
import org.triviumcrm.shared.exchange.ImportOption;
import org.triviumcrm.shared.exchange.ImportTable;
import org.triviumcrm.shared.exchange.ImportTarget;
import org.triviumcrm.shared.exchange.ImportTwin;
import org.triviumcrm.shared.list.ListDefinitions;
import org.triviumcrm.shared.web.NotFound;

/** Rows of a file that look like records that were there before, or like earlier rows: which, like whom, and what happens with them. */
@Service
@Transactional(readOnly = true)
public class AlikeService {

    private static final int PIECE = 1_000;

    private final ImportService imports;
    private final ImportRepository files;
    private final MemoryRepository memory;
    private final AlikeRepository alike;
    private final ImportTargets targets;
    private final ListDefinitions lists;
    private final MessageSource messages;

    AlikeService(
            ImportService imports,
            ImportRepository files,
            MemoryRepository memory,
            AlikeRepository alike,
            ImportTargets targets,
            ListDefinitions lists,
            MessageSource messages) {
        this.imports = imports;
        this.files = files;
        this.memory = memory;
        this.alike = alike;
        this.targets = targets;
        this.lists = lists;
        this.messages = messages;
    }

    /**
     * A record.
     *
     * @param name null for one that is gone or that the viewer does not see
     */
    public record Named(
            String recordType,
            @Nullable String name,
            @Nullable String url,
            List<String> signs) {}

    /** @param became what the row has made or changed, where there is something to see */
    public record Row(
            long line,
            String start,
            Verdict verdict,
            @Nullable Named became,
            List<Named> twins) {}

    /**
     * @param counts of all of them
     * @param option what can be chosen; null where nothing can
     * @param chosen the value chosen
     * @param next the position after which the next piece begins; null for the last
     */
    public record Page(
            DataImport file,
            Map<Verdict, Long> counts,
            @Nullable ImportOption option,
            String chosen,
            List<Row> rows,
            @Nullable Long next) {

        public long count() {
            return counts.values().stream().mapToLong(Long::longValue).sum();
        }
    }

    /**
     * Some of them.
     *
     * @param after the position of the last row seen, 0 for the beginning
     * @param most how many
     */
    @CanImport
    public Page page(Viewer viewer, long id, long after, int most) {
        DataImport file = imports.find(viewer, id);
        Map<Verdict, Long> counts = alike.counts(id);
        List<Alike> rows = counts.isEmpty() ? List.of() : alike.rows(id, after, most + 1);
        List<Alike> shown = rows.subList(0, Math.min(most, rows.size()));
        ImportOption option = option(file).orElse(null);
        return new Page(
                file,
                counts,
                option,
                option == null ? "" : file.plan().options().getOrDefault(option.key(), option.fallback()),
                named(viewer, file, shown),
                rows.size() > most ? shown.get(most - 1).position() : null);
    }

    /**
     * Something else happens with them: the file is tried out again. What is not offered changes nothing.
     *
     * @throws NotFound once records are written
     */
    @CanImport
    @Transactional
    public void decide(Viewer viewer, long id, String choice) {
        DataImport file = imports.draft(viewer, id);
        boolean offered = option(file).stream()
                .flatMap(option -> option.choices().stream())
                .anyMatch(one -> one.value().equals(choice));
        if (offered) {
            Map<String, String> options = new HashMap<>(file.plan().options());
            options.put(ImportTarget.ALIKE, choice);
            ImportPlan plan = file.plan().withOptions(Map.copyOf(options), false);
            files.setPlan(id, plan);
            memory.keep(file.target(), plan, file.createdAt());
            imports.check(file);
        }
    }

    private Optional<ImportOption> option(DataImport file) {
        return targets.target(file.target()).options().stream()
                .filter(option -> option.key().equals(ImportTarget.ALIKE))
                .findFirst();
    }

    /** Writes all of them as they stood in the file, each with its line, whom it looks like and what becomes of it. */
    @CanImport
    public void write(Viewer viewer, long id, OutputStream to) throws IOException {
        DataImport file = imports.find(viewer, id);
        Writer text = new OutputStreamWriter(to, StandardCharsets.UTF_8);
        text.write('\uFEFF');
        CsvWriter csv = CsvWriter.builder().build(text);
        List<String> head = new ArrayList<>(file.plan().headers());
        head.addAll(List.of(
                text("exchange.import.errors.line"), text("exchange.alike.whom"), text("exchange.alike.verdict")));
        csv.writeRecord(head);
        long after = 0;
        List<Alike> piece = alike.rows(id, after, PIECE);
        while (!piece.isEmpty()) {
            List<Row> rows = named(viewer, file, piece);
            for (int at = 0; at < rows.size(); at++) {
                List<String> cells = ImportReport.cells(piece.get(at).cells(), file);
                cells.add(String.valueOf(rows.get(at).line()));
                cells.add(rows.get(at).twins().stream().map(this::words).collect(Collectors.joining("; ")));
                cells.add(text("exchange.alike.verdict." + rows.get(at).verdict()));
                csv.writeRecord(cells);
            }
            after = piece.get(piece.size() - 1).position();
            piece = alike.rows(id, after, PIECE);
        }
        csv.flush();
    }

    private String words(Named twin) {
        String signs = twin.signs().stream()
                .map(sign -> text("exchange.alike." + sign))
                .collect(Collectors.joining(", "));
        String name = twin.name();
        if (twin.recordType().equals(ImportTwin.ROW)) {
            return name + " (" + signs + ")";
        }
        return (name == null ? text("exchange.alike.unseen") : ImportReport.harmless(name)) + " ("
                + text("exchange.alike.type." + twin.recordType()) + ": " + signs + ")";
    }

    private String text(String key, Object... arguments) {
        return messages.getMessage(key, arguments, LocaleContextHolder.getLocale());
    }

    private List<Row> named(Viewer viewer, DataImport file, List<Alike> rows) {
        String own = targets.target(file.target()).tables().get(0).recordType();
        Map<String, Map<Long, Named>> known = new HashMap<>();
        Stream.concat(
                        rows.stream().flatMap(row -> row.twins().stream()).filter(twin -> !twin.isRow()),
                        rows.stream()
                                .filter(row -> row.recordId() != null)
                                .map(row -> new ImportTwin(own, row.recordId(), List.of(), false)))
                .collect(Collectors.groupingBy(
                        ImportTwin::recordType, Collectors.mapping(ImportTwin::recordId, Collectors.toSet())))
                .forEach((type, ids) -> targets.table(type)
                        .filter(table -> lists.link(type, viewer).isPresent())
                        .ifPresent(table -> known.put(
                                type,
                                alike.names(table, viewer.scope(type), ids).entrySet().stream()
                                        .collect(Collectors.toMap(
                                                Map.Entry::getKey,
                                                one -> named(table, one.getKey(), one.getValue()))))));
        return rows.stream()
                .map(row -> new Row(
                        row.line(),
                        ImportReport.start(row.cells()),
                        row.verdict(),
                        row.recordId() == null
                                ? null
                                : known.getOrDefault(own, Map.of()).get(row.recordId()),
                        row.twins().stream()
                                .map(twin -> seen(twin, known.getOrDefault(twin.recordType(), Map.of())))
                                .toList()))
                .toList();
    }

    private static Named named(ImportTable table, long id, String name) {
        String path = table.path();
        return new Named(
                table.recordType(), name, path == null ? null : path.replace("{id}", String.valueOf(id)), List.of());
    }

    private Named seen(ImportTwin twin, Map<Long, Named> known) {
        if (twin.isRow()) {
            String line = text("exchange.alike.row", String.valueOf(twin.recordId()));
            return new Named(ImportTwin.ROW, line, null, twin.signs());
        }
        Named named = known.get(twin.recordId());
        return new Named(
                twin.recordType(),
                named == null ? null : named.name(),
                named == null ? null : named.url(),
                twin.signs());
    }
}
