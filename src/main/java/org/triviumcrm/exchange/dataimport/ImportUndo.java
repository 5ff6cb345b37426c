package org.triviumcrm.exchange.dataimport;

import java.time.Clock;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.jdbc.UncategorizedSQLException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import org.triviumcrm.shared.exchange.ImportContext;
import org.triviumcrm.shared.exchange.ImportTable;
import org.triviumcrm.shared.exchange.ImportTarget;
import org.triviumcrm.shared.exchange.RecordWriter;

/**
 * Takes an import back: changed records get their former values, created ones go, both only as far as nobody has worked
 * with them since. May be broken off and begun anew at any place.
 */
@Component
class ImportUndo {

    private static final int BATCH = 1_000;
    private static final String CAUSE = "exchange.history.undo#";
    private static final int DELETED = 2;

    private final ImportRepository imports;
    private final UndoRepository effects;
    private final ImportTargets targets;
    private final ImportContexts contexts;
    private final RecordWriter records;
    private final TransactionTemplate transaction;
    private final Clock clock;

    ImportUndo(
            ImportRepository imports,
            UndoRepository effects,
            ImportTargets targets,
            ImportContexts contexts,
            RecordWriter records,
            TransactionTemplate transaction,
            Clock clock) {
        this.imports = imports;
        this.effects = effects;
        this.targets = targets;
        this.contexts = contexts;
        this.records = records;
        this.transaction = transaction;
        this.clock = clock;
    }

    void run(DataImport file) {
        ImportTarget target = targets.target(file.target());
        List<ImportTable> tables = new ArrayList<>(targets.tables(target));
        Collections.reverse(tables);
        effects.measure();
        effects.reset(file.id());
        for (ImportTable table : tables) {
            boolean more = true;
            while (more) {
                more = Boolean.TRUE.equals(transaction.execute(status -> restoreNext(file, target, table)));
            }
            transaction.executeWithoutResult(status -> effects.markCreated(file.id(), table));
        }
        List<ImportTable> group = new ArrayList<>(target.tables());
        Collections.reverse(group);
        deleteGroup(file, target, group);
        tables.stream()
                .filter(table -> !group.contains(table))
                .forEach(table -> deleteGroup(file, target, List.of(table)));
        imports.move(file.id(), ImportState.UNDOING, ImportState.UNDONE, clock.instant());
    }

    private boolean restoreNext(DataImport file, ImportTarget target, ImportTable table) {
        Map<Long, Map<String, @Nullable String>> before = effects.changed(file.id(), table, BATCH);
        if (before.isEmpty()) {
            return false;
        }
        ImportContext context = contexts.revised(file, CAUSE);
        List<Long> ids = List.copyOf(before.keySet());
        List<String> columns = before.values().stream()
                .flatMap(values -> values.keySet().stream())
                .distinct()
                .toList();
        Set<Long> kept = kept(target, table, ids);
        List<Long> free = ids.stream().filter(id -> !kept.contains(id)).toList();
        List<Long> restored = effects.restore(file.id(), table, free, columns, context.now());
        records.history(table.table(), restored, 1, context.revision());
        effects.mark(file.id(), table, restored, "DONE");
        effects.mark(
                file.id(),
                table,
                ids.stream().filter(id -> !restored.contains(id)).toList(),
                "CHANGED");
        before.keySet().retainAll(restored);
        if (target.tables().contains(table)) {
            target.restore(before);
        }
        return true;
    }

    private void deleteGroup(DataImport file, ImportTarget target, List<ImportTable> group) {
        transaction.executeWithoutResult(status -> markUsed(file.id(), group));
        for (ImportTable table : group) {
            List<Long> ids = effects.waiting(file.id(), table, BATCH);
            while (!ids.isEmpty()) {
                delete(file, target, group, table, ids);
                ids = effects.waiting(file.id(), table, BATCH);
            }
        }
    }

    /** What is used by something that stays, stays; so does what that uses, and so on. */
    private void markUsed(long importId, List<ImportTable> group) {
        int kept = 1;
        while (kept > 0) {
            kept = 0;
            for (ImportTable table : group) {
                kept += effects.markUsedElsewhere(importId, table);
                for (UndoRepository.Link link : effects.links(table)) {
                    kept += effects.markUsed(importId, table, link, member(group, link));
                }
            }
        }
    }

    private static @Nullable ImportTable member(List<ImportTable> group, UndoRepository.Link link) {
        return group.stream()
                .filter(table -> table.table().equals(link.table()))
                .findFirst()
                .orElse(null);
    }

    /** Somebody may begin to use a record at the last moment, or it is held by what is being approved: then the rest goes without it. */
    private void delete(
            DataImport file, ImportTarget target, List<ImportTable> group, ImportTable table, List<Long> ids) {
        try {
            transaction.executeWithoutResult(status -> deleteInTransaction(file, target, group, table, ids));
        } catch (DataIntegrityViolationException | UncategorizedSQLException e) {
            if (ids.size() == 1) {
                transaction.executeWithoutResult(status -> effects.mark(file.id(), table, ids, "USED"));
            } else {
                delete(file, target, group, table, ids.subList(0, ids.size() / 2));
                delete(file, target, group, table, ids.subList(ids.size() / 2, ids.size()));
            }
        }
    }

    private void deleteInTransaction(
            DataImport file, ImportTarget target, List<ImportTable> group, ImportTable table, List<Long> waiting) {
        Set<Long> kept = kept(target, table, waiting);
        effects.mark(file.id(), table, List.copyOf(kept), "CHANGED");
        List<Long> ids = waiting.stream().filter(id -> !kept.contains(id)).toList();
        for (UndoRepository.Link link : effects.links(table)) {
            if (link.mayBeEmpty() && member(group, link) != null) {
                effects.release(table, link, ids);
            }
        }
        records.history(
                table.table(), ids, DELETED, contexts.revised(file, CAUSE).revision());
        Runnable after = target.tables().contains(table) ? target.removing(ids) : () -> {};
        effects.delete(table, ids);
        after.run();
        effects.mark(file.id(), table, ids, "DONE");
    }

    private static Set<Long> kept(ImportTarget target, ImportTable table, List<Long> ids) {
        return target.tables().contains(table) ? target.keep(ids) : Set.of();
    }
}
