package org.triviumcrm.marketing.participant;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.triviumcrm.shared.exchange.ExistingRecord;
import org.triviumcrm.shared.exchange.ImportRow;

/** How far the rows of a file say that one person has come in one campaign: forward only, as by hand. */
final class ImportedParticipant {

    private final @Nullable ExistingRecord record;
    private final Map<String, Object> values = new LinkedHashMap<>();
    private @Nullable ParticipantStatus status;
    private @Nullable ImportRow row;

    ImportedParticipant(@Nullable ExistingRecord record) {
        this.record = record;
        this.status = record == null ? null : ParticipantStatus.valueOf(String.valueOf(record.text("status")));
    }

    /** What was said before stays with its time; a step back refuses the row. */
    void comes(ImportRow said, ParticipantStatus to, Instant at) {
        ParticipantStatus now = status;
        if (now != null && (to == ParticipantStatus.CHOSEN || hasBeen(to))) {
            return;
        }
        if (now != null && !now.next().contains(to)) {
            said.refuse("exchange.refusal.step", ParticipantImport.STATUS);
            return;
        }
        status = to;
        values.put("status", to.name());
        if (to != ParticipantStatus.CHOSEN) {
            values.put(to.column(), at);
        }
        if (row == null) {
            row = said;
        }
    }

    private boolean hasBeen(ParticipantStatus to) {
        return values.containsKey(to.column()) || record != null && record.text(to.column()) != null;
    }

    /** The first row that has said something new; null when nothing has changed. */
    @Nullable
    ImportRow row() {
        return row;
    }

    /** Columns that are other than before. */
    Map<String, Object> values() {
        return values;
    }
}
