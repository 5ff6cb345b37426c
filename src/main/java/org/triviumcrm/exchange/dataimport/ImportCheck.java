package org.triviumcrm.exchange.dataimport;

import java.time.Clock;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import org.triviumcrm.exchange.dataimport.StagingRepository.StagedRow;
import org.triviumcrm.exchange.file.RowReader;
import org.triviumcrm.shared.exchange.ImportContext;
import org.triviumcrm.shared.exchange.ImportEffect;
import org.triviumcrm.shared.exchange.ImportRow;
import org.triviumcrm.shared.exchange.ImportTarget;

/** Reads a file into the database, asks what has to be asked, and tries the import out without writing a record. */
@Component
class ImportCheck {

    private final ImportRepository imports;
    private final FileRepository files;
    private final StagingRepository staging;
    private final OutcomeRepository outcomes;
    private final ValueRepository values;
    private final ValueQuestions questions;
    private final ImportTargets targets;
    private final ImportContexts contexts;
    private final BatchWriter batches;
    private final AlikeRows alike;
    private final TransactionTemplate transaction;
    private final Clock clock;

    ImportCheck(
            ImportRepository imports,
            FileRepository files,
            StagingRepository staging,
            OutcomeRepository outcomes,
            ValueRepository values,
            ValueQuestions questions,
            ImportTargets targets,
            ImportContexts contexts,
            BatchWriter batches,
            AlikeRows alike,
            TransactionTemplate transaction,
            Clock clock) {
        this.imports = imports;
        this.files = files;
        this.staging = staging;
        this.outcomes = outcomes;
        this.values = values;
        this.questions = questions;
        this.targets = targets;
        this.contexts = contexts;
        this.batches = batches;
        this.alike = alike;
        this.transaction = transaction;
        this.clock = clock;
    }

    void run(DataImport file) {
        ImportTarget target = targets.target(file.target());
        if (!file.staged()) {
            transaction.executeWithoutResult(status -> stage(file));
            return;
        }
        if (file.cursor() == 0 && file.phase() == 1) {
            transaction.executeWithoutResult(status -> {
                markDuplicates(file);
                questions.collect(file, target, contexts.dry(file));
            });
            if (values.unanswered(file.id()) > 0) {
                imports.move(file.id(), ImportState.CHECKING, ImportState.QUESTIONS, clock.instant());
                return;
            }
        }
        tryOut(file);
    }

    private void stage(DataImport file) {
        long rows = staging.stage(
                file.id(),
                file.format().header(),
                consumer -> RowReader.read(files.open(file.id()), file.format(), consumer));
        imports.setStaged(file.id(), rows);
    }

    private void markDuplicates(DataImport file) {
        List<String> keys = file.plan().keyFields();
        List<Integer> columns = keys.stream()
                .map(key -> file.plan().columns().get(key))
                .filter(column -> column != null)
                .toList();
        List<String> nothing = new ArrayList<>(file.format().nothing());
        nothing.add("");
        staging.markDuplicates(file.id(), columns, !keys.contains("reference"), nothing);
    }

    /** The counts live in memory only: after a crash the trial starts over. */
    private void tryOut(DataImport start) {
        Trial trial = new Trial();
        DataImport file = moved(start, 1, 0);
        transaction.executeWithoutResult(status -> outcomes.clear(start.id()));
        while (file != null) {
            List<StagedRow> rows = staging.batch(file.id(), file.cursor(), ImportWriter.BATCH);
            if (rows.isEmpty()) {
                if (file.phase() == BatchWriter.FIRST_PHASE && batches.hasSecondPhase(file)) {
                    file = moved(file, BatchWriter.FIRST_PHASE + 1, 0);
                    continue;
                }
                end(file, trial);
                return;
            }
            file = tryOut(file, rows, trial);
        }
    }

    private @Nullable DataImport tryOut(DataImport file, List<StagedRow> rows, Trial trial) {
        ImportContext context = contexts.dry(file);
        List<ImportRow> results = batches.write(file, rows, context).rows();
        List<OutcomeRepository.Refused> refused = new ArrayList<>();
        for (int at = 0; at < rows.size(); at++) {
            StagedRow row = rows.get(at);
            ImportRow result = results.get(at);
            if (trial.count(row.position(), result) && result.refusal() != null) {
                refused.add(new OutcomeRepository.Refused(row.position(), row.line(), result.refusal(), row.cells()));
            }
        }
        outcomes.addRefusals(file.id(), refused);
        alike.keep(file, rows, results);
        return moved(file, file.phase(), rows.get(rows.size() - 1).position());
    }

    /** Null when the trial was stopped. */
    private @Nullable DataImport moved(DataImport file, int phase, long cursor) {
        return imports.advance(file, phase, cursor) ? imports.find(file.id()).orElse(null) : null;
    }

    private void end(DataImport file, Trial trial) {
        ImportTarget target = targets.target(file.target());
        target.prepare(contexts.dry(file))
                .made()
                .forEach(made -> trial.created.merge(made.recordType(), 1L, Long::sum));
        target.fields().stream().filter(field -> field.reference() != null).forEach(field -> {
            int created = values.toCreate(file.id(), field.key()).size();
            if (created > 0) {
                trial.created.merge(targets.reference(field).key(), (long) created, Long::sum);
            }
        });
        imports.setSummary(file.id(), trial.summary(file.total()));
        imports.move(file.id(), ImportState.CHECKING, ImportState.READY, clock.instant());
    }

    /** Counts a row once, however many phases touch it. */
    private static final class Trial {
        private final Map<String, Long> created = new HashMap<>();
        private final Map<String, Long> changed = new HashMap<>();
        private final BitSet refused = new BitSet();
        private final BitSet touched = new BitSet();

        /** False when the row was counted as refused before. */
        boolean count(long position, ImportRow row) {
            int at = Math.toIntExact(position);
            if (refused.get(at)) {
                return false;
            }
            for (ImportEffect effect : row.effects()) {
                if (!touched.get(at) || effect.created()) {
                    (effect.created() ? created : changed).merge(effect.recordType(), 1L, Long::sum);
                }
            }
            if (!row.effects().isEmpty()) {
                touched.set(at);
            }
            if (row.refusal() != null) {
                refused.set(at);
            }
            return true;
        }

        ImportSummary summary(long total) {
            BitSet either = (BitSet) touched.clone();
            either.or(refused);
            return new ImportSummary(created, changed, total - either.cardinality(), refused.cardinality());
        }
    }
}
