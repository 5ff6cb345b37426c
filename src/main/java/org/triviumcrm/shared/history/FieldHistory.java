package org.triviumcrm.shared.history;

import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Who changed which field from what to what, and when. Callers check first that the viewer may see the record; texts
 * come in the language of the request.
 */
@Service
@Transactional(readOnly = true)
public class FieldHistory {

    private static final Comparator<HistoryRow> LATEST_FIRST = Comparator.comparingLong(HistoryRow::revision)
            .reversed()
            .thenComparing(row -> row.table().table())
            .thenComparingLong(HistoryRow::recordId);

    private final Map<String, HistoryTable> tables;
    private final HistoryRepository repository;
    private final BaseVersionRepository versions;
    private final HistoryTexts texts;
    private final List<HistoryFieldSource> sources;

    FieldHistory(
            Collection<HistoryTable> tables,
            HistoryRepository repository,
            BaseVersionRepository versions,
            HistoryTexts texts,
            List<HistoryFieldSource> sources) {
        this.sources = sources;
        this.versions = versions;
        this.tables = new LinkedHashMap<>();
        tables.stream()
                .sorted(Comparator.comparing(HistoryTable::table))
                .forEach(table -> this.tables.put(table.table(), table));
        this.repository = repository;
        this.texts = texts;
    }

    /** All kinds of records with a history. */
    public Collection<HistoryTable> tables() {
        return tables.values();
    }

    /** The latest changes of one record, the newest first. */
    public List<HistoryEntry> of(String table, long id, int limit, Locale locale) {
        return entries(repository.ofRecord(table(table), id, limit).stream(), locale);
    }

    /** What others than one person have changed in a record since a time, named as the properties of its input. */
    public Set<String> changedSince(String table, long id, Instant since, long exceptPersonId) {
        HistoryTable known = table(table);
        List<String> columns = repository.changedSince(known, id, since, exceptPersonId);
        return known.fields().stream()
                .filter(field -> columns.contains(field.column()))
                .map(HistoryField::property)
                .collect(Collectors.toSet());
    }

    Optional<BaseVersion> since(String table, long id, int version) {
        return versions.since(table(table), id, version);
    }

    HistoryTable table(String name) {
        HistoryTable known = tables.get(name);
        if (known == null) {
            throw new IllegalArgumentException("No history is kept of " + name);
        }
        return whole(known);
    }

    private HistoryTable whole(HistoryTable known) {
        return known.with(sources.stream()
                .flatMap(source -> source.fields(known.table()).stream())
                .toList());
    }

    /** The changes of all tables, the newest first; at least the given number of revisions unless there are fewer. */
    public List<HistoryEntry> all(HistoryFilter filter, int limit, Locale locale) {
        Collection<HistoryTable> asked = filter.table() == null
                ? tables.values()
                : Stream.ofNullable(tables.get(filter.table())).toList();
        List<Long> revisions = repository.revisions(asked, filter, limit);
        return entries(
                asked.stream().map(this::whole).flatMap(table -> repository.ofRevisions(table, revisions).stream()),
                locale);
    }

    private List<HistoryEntry> entries(Stream<HistoryRow> rows, Locale locale) {
        return texts.entries(rows.sorted(LATEST_FIRST).toList(), locale);
    }
}
