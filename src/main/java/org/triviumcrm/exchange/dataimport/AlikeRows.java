package org.triviumcrm.exchange.dataimport;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.springframework.stereotype.Component;
import org.triviumcrm.exchange.dataimport.AlikeRepository.Alike;
import org.triviumcrm.exchange.dataimport.AlikeRepository.Verdict;
import org.triviumcrm.exchange.dataimport.StagingRepository.StagedRow;
import org.triviumcrm.shared.exchange.ImportEffect;
import org.triviumcrm.shared.exchange.ImportRow;
import org.triviumcrm.shared.exchange.ImportTwin;

/** Writes down which rows of a batch look like records that were there before, in the batch's transaction. */
@Component
class AlikeRows {

    private final AlikeRepository alike;

    AlikeRows(AlikeRepository alike) {
        this.alike = alike;
    }

    /** @param results of the rows, in their order */
    void keep(DataImport file, List<StagedRow> rows, List<ImportRow> results) {
        List<Alike> found = new ArrayList<>();
        for (int at = 0; at < rows.size(); at++) {
            ImportRow result = results.get(at);
            if (file.phase() == BatchWriter.FIRST_PHASE && !result.twins().isEmpty()) {
                found.add(of(rows.get(at), result));
            }
        }
        alike.add(file.id(), found);
    }

    private static Alike of(StagedRow row, ImportRow result) {
        Long changed = result.twins().stream()
                .filter(ImportTwin::changed)
                .map(ImportTwin::recordId)
                .findFirst()
                .orElse(null);
        Verdict verdict = result.refusal() != null ? Verdict.LEFT : changed != null ? Verdict.CHANGED : Verdict.CAME;
        Long record = switch (verdict) {
            case LEFT -> null;
            case CHANGED -> Objects.requireNonNull(changed);
            case CAME ->
                result.effects().stream()
                        .filter(ImportEffect::created)
                        .map(ImportEffect::recordId)
                        .filter(id -> id > 0)
                        .findFirst()
                        .orElse(null);
        };
        return new Alike(row.position(), row.line(), verdict, record, row.cells(), result.twins());
    }
}
