package org.triviumcrm.exchange.dataimport;

import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Component;
import org.triviumcrm.shared.exchange.ImportBatch;
import org.triviumcrm.shared.exchange.ImportContext;
import org.triviumcrm.shared.exchange.ImportEffect;
import org.triviumcrm.shared.exchange.ImportField;
import org.triviumcrm.shared.exchange.ImportRow;
import org.triviumcrm.shared.exchange.ImportTarget;

/** Takes a batch from cells to records: convert, resolve, write; the same way for a dry run and for the real one. */
@Component
class BatchWriter {

    static final int FIRST_PHASE = 1;

    private final ImportTargets targets;
    private final ReferenceResolver resolver;

    BatchWriter(ImportTargets targets, ReferenceResolver resolver) {
        this.targets = targets;
        this.resolver = resolver;
    }

    /** @param created records that belong to no row: created because an answer said so */
    record Written(List<ImportRow> rows, List<ImportEffect> created) {}

    Written write(DataImport file, List<StagingRepository.StagedRow> staged, ImportContext context) {
        ImportTarget target = targets.target(file.target());
        boolean first = file.phase() == FIRST_PHASE;
        List<ImportField> fields = target.fields().stream()
                .filter(field -> first ? !field.later() : field.later() || field.identifies())
                .toList();
        RowConverter converter = new RowConverter(file, fields);
        List<ImportRow> rows = staged.stream().map(converter::convert).toList();
        ImportBatch batch = new ImportBatch(context, first ? rows : linked(rows, fields));
        List<ImportEffect> created = new ArrayList<>(resolver.resolve(file, batch, fields));
        if (first) {
            target.write(batch);
        } else {
            target.link(batch);
        }
        return new Written(rows, created);
    }

    /** In the second phase only rows that name another row matter, and only those that were not refused before. */
    private static List<ImportRow> linked(List<ImportRow> rows, List<ImportField> fields) {
        return rows.stream()
                .filter(row -> row.refusal() == null)
                .filter(row -> fields.stream().anyMatch(field -> field.later() && row.has(field.key())))
                .toList();
    }

    boolean hasSecondPhase(DataImport file) {
        return targets.target(file.target()).fields().stream()
                .anyMatch(field -> field.later() && file.plan().fills(field.key()));
    }
}
