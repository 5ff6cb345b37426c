package org.triviumcrm.exchange.dataimport;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.triviumcrm.exchange.file.FileFormat;

/** An import as it stands; {@code import_…} tables hold its rows. */
public record DataImport(
        long id,
        String target,
        ImportState state,
        long personId,
        String fileName,
        long sizeBytes,
        FileFormat format,
        ImportPlan plan,
        boolean staged,
        long total,
        int phase,
        long cursor,
        @Nullable ImportSummary summary,
        @Nullable String failure,
        Instant createdAt,
        @Nullable Instant startedAt,
        @Nullable Instant finishedAt) {

    /** How far the job is, in per cent. */
    public int percent() {
        return total == 0 ? 0 : (int) Math.min(100, cursor * 100 / total);
    }

    public long fileRows() {
        return total;
    }
}
