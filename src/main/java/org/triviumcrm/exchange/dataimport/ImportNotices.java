package org.triviumcrm.exchange.dataimport;

import java.util.List;
import org.springframework.stereotype.Component;
import org.triviumcrm.messaging.Notices;

/** Tells whoever began an import how it ended: a long one is left alone meanwhile. */
@Component
class ImportNotices {

    private final Notices notices;

    ImportNotices(Notices notices) {
        this.notices = notices;
    }

    void done(DataImport file, ImportSummary summary) {
        tell(
                file,
                "exchange.notice.done",
                List.of(file.fileName(), summary.createdCount(), summary.changedCount(), summary.refused()));
    }

    void failed(DataImport file) {
        tell(file, "exchange.notice.failed", List.of(file.fileName()));
    }

    private void tell(DataImport file, String key, List<?> arguments) {
        notices.tell(List.of(file.personId()), key, arguments, "/imports/" + file.id());
    }
}
