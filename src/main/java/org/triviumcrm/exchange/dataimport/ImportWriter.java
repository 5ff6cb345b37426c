package org.triviumcrm.exchange.dataimport;

import java.time.Clock;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import org.triviumcrm.exchange.dataimport.StagingRepository.StagedRow;
import org.triviumcrm.shared.exchange.FieldType;
import org.triviumcrm.shared.exchange.ImportContext;
import org.triviumcrm.shared.exchange.ImportEffect;
import org.triviumcrm.shared.exchange.ImportField;
import org.triviumcrm.shared.exchange.ImportReference;
import org.triviumcrm.shared.exchange.ImportRow;
import org.triviumcrm.shared.exchange.ImportTarget;

/** Writes a file batch by batch. */
@Component
class ImportWriter {

    static final int BATCH = 2_000;
    static final String CAUSE = "exchange.history.import#";

    private final ImportRepository imports;
    private final StagingRepository staging;
    private final OutcomeRepository outcomes;
    private final ValueRepository values;
    private final MemoryRepository memory;
    private final ImportTargets targets;
    private final ImportContexts contexts;
    private final BatchWriter batches;
    private final AlikeRows alike;
    private final ImportNotices notices;
    private final TransactionTemplate transaction;
    private final Clock clock;

    ImportWriter(
            ImportRepository imports,
            StagingRepository staging,
            OutcomeRepository outcomes,
            ValueRepository values,
            MemoryRepository memory,
            ImportTargets targets,
            ImportContexts contexts,
            BatchWriter batches,
            AlikeRows alike,
            ImportNotices notices,
            TransactionTemplate transaction,
            Clock clock) {
        this.imports = imports;
        this.staging = staging;
        this.outcomes = outcomes;
        this.values = values;
        this.memory = memory;
        this.targets = targets;
        this.contexts = contexts;
        this.batches = batches;
        this.alike = alike;
        this.notices = notices;
        this.transaction = transaction;
        this.clock = clock;
    }

    /** The next batch, or what comes before the first and after the last. */
    void next(DataImport file) {
        if (!file.plan().prepared()) {
            transaction.executeWithoutResult(status -> prepare(file));
            return;
        }
        List<StagedRow> rows = staging.batch(file.id(), file.cursor(), BATCH);
        if (!rows.isEmpty()) {
            write(file, rows);
        } else if (file.phase() == BatchWriter.FIRST_PHASE && batches.hasSecondPhase(file)) {
            imports.advance(file, BatchWriter.FIRST_PHASE + 1, 0);
        } else {
            transaction.executeWithoutResult(status -> finish(file));
        }
    }

    private void prepare(DataImport file) {
        if (!imports.advance(file, file.phase(), file.cursor())) {
            return;
        }
        ImportTarget target = targets.target(file.target());
        ImportContext context = contexts.revised(file, CAUSE);
        ImportTarget.Preparation preparation = target.prepare(context);
        List<ImportEffect> made = new ArrayList<>(preparation.made());
        ImportContext prepared = context.withOptions(preparation.options());
        for (ImportField field : target.fields()) {
            if (field.type() == FieldType.REFERENCE && file.plan().fills(field.key())) {
                made.addAll(createOrdered(file.id(), field, prepared));
            }
        }
        outcomes.addEffects(file.id(), Collections.nCopies(made.size(), 0L), made);
        ImportPlan plan = file.plan().withOptions(preparation.options(), true);
        imports.setPlan(file.id(), plan);
        memory.keep(file.target(), plan, clock.instant());
    }

    /** Records with an order among each other, such as stages, are made together and not as the rows name them. */
    private List<ImportEffect> createOrdered(long importId, ImportField field, ImportContext context) {
        ImportReference reference = targets.reference(field);
        if (reference.kinds().isEmpty()) {
            return List.of();
        }
        Map<String, String> kinds = new LinkedHashMap<>();
        values.toCreate(importId, field.key()).forEach(answer -> kinds.put(answer.value(), answer.kind()));
        if (kinds.isEmpty()) {
            return List.of();
        }
        Map<String, ImportEffect> made = reference.create(kinds, context);
        made.forEach((name, effect) -> values.answer(
                importId,
                field.key(),
                name,
                ValueAnswer.Action.CREATE,
                kinds.getOrDefault(name, ""),
                effect.recordId()));
        return List.copyOf(made.values());
    }

    /** Rows that the database refuses are found by halving, and refused one by one. */
    private void write(DataImport file, List<StagedRow> rows) {
        try {
            transaction.executeWithoutResult(status -> writeInTransaction(file, rows));
        } catch (DataIntegrityViolationException e) {
            if (rows.size() == 1) {
                transaction.executeWithoutResult(status -> refuse(file, rows.get(0)));
                return;
            }
            int half = rows.size() / 2;
            write(file, rows.subList(0, half));
            DataImport further = imports.find(file.id()).orElse(file);
            if (further.cursor() == rows.get(half - 1).position() && further.state() == file.state()) {
                write(further, rows.subList(half, rows.size()));
            }
        }
    }

    private void writeInTransaction(DataImport file, List<StagedRow> staged) {
        long last = staged.get(staged.size() - 1).position();
        if (!imports.advance(file, file.phase(), last)) {
            return;
        }
        BatchWriter.Written written = batches.write(file, staged, contexts.revised(file, CAUSE));
        List<Long> positions =
                new ArrayList<>(Collections.nCopies(written.created().size(), 0L));
        List<ImportEffect> effects = new ArrayList<>(written.created());
        List<OutcomeRepository.Refused> refused = new ArrayList<>();
        for (int at = 0; at < staged.size(); at++) {
            StagedRow row = staged.get(at);
            ImportRow result = written.rows().get(at);
            result.effects().forEach(effect -> {
                positions.add(row.position());
                effects.add(effect);
            });
            if (result.refusal() != null) {
                refused.add(new OutcomeRepository.Refused(row.position(), row.line(), result.refusal(), row.cells()));
            }
        }
        outcomes.addEffects(file.id(), positions, effects);
        outcomes.addRefusals(file.id(), refused);
        alike.keep(file, staged, written.rows());
    }

    private void refuse(DataImport file, StagedRow row) {
        if (imports.advance(file, file.phase(), row.position())) {
            ImportRow.Refusal refusal = new ImportRow.Refusal("exchange.refusal.database", "", List.of());
            outcomes.addRefusals(
                    file.id(),
                    List.of(new OutcomeRepository.Refused(row.position(), row.line(), refusal, row.cells())));
        }
    }

    private void finish(DataImport file) {
        if (imports.move(file.id(), ImportState.RUNNING, ImportState.DONE, clock.instant())) {
            ImportSummary summary = outcomes.summary(file.id(), file.total());
            imports.setSummary(file.id(), summary);
            staging.clear(file.id());
            notices.done(file, summary);
        }
    }
}
