package org.triviumcrm.exchange.dataimport;

import java.time.Clock;
import org.springframework.stereotype.Component;
import org.triviumcrm.exchange.file.UnreadableFile;
import org.triviumcrm.identity.Companies;
import org.triviumcrm.identity.Scope;
import org.triviumcrm.identity.Viewer;
import org.triviumcrm.identity.Viewers;
import org.triviumcrm.shared.exchange.ExistingRecord;
import org.triviumcrm.shared.exchange.ImportContext;
import org.triviumcrm.shared.exchange.RecordWriter;

/** Works out for whom a batch is written: the importing person with the rights of this moment. */
@Component
class ImportContexts {

    private final Viewers viewers;
    private final RecordWriter records;
    private final Clock clock;
    private final Companies companies;

    ImportContexts(Viewers viewers, Companies companies, RecordWriter records, Clock clock) {
        this.viewers = viewers;
        this.records = records;
        this.clock = clock;
        this.companies = companies;
    }

    ImportContext dry(DataImport file) {
        return context(file, 0, true);
    }

    /** With a new revision for the history. */
    ImportContext revised(DataImport file, String cause) {
        long revision = records.revision(clock.instant(), file.personId(), cause + file.id());
        return context(file, revision, false);
    }

    private ImportContext context(DataImport file, long revision, boolean dry) {
        Viewer viewer = viewers.find(file.personId()).orElseThrow(() -> new UnreadableFile("exchange.failure.person"));
        ImportPlan plan = file.plan();
        return new ImportContext(
                file.personId(),
                file.fileName().replaceFirst("\\.[^.]*$", ""),
                revision,
                clock.instant(),
                viewer.zone(),
                companies.currency(),
                dry,
                plan.keyFields(),
                plan.modes(),
                plan.options(),
                (type, record) -> mayChange(viewer.scope(type), record));
    }

    private static boolean mayChange(Scope scope, ExistingRecord record) {
        return scope.mayChange(
                record.id(),
                record.number("owner_id"),
                record.number("team_id"),
                scope.groupColumn().isEmpty() ? null : record.number(scope.groupColumn()));
    }
}
