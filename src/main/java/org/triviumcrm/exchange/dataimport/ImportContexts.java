package org.triviumcrm.exchange.dataimport;

import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import org.springframework.stereotype.Component;
import org.triviumcrm.exchange.file.UnreadableFile;
import org.triviumcrm.identity.Companies;
import org.triviumcrm.identity.Scope;
import org.triviumcrm.identity.Viewer;
import org.triviumcrm.identity.Viewers;
import org.triviumcrm.shared.exchange.ExistingRecord;
import org.triviumcrm.shared.exchange.ImportContext;
import org.triviumcrm.shared.exchange.RecordWriter;
import org.triviumcrm.shared.exchange.RowSign;

/** Works out for whom a batch is written: the importing person with the rights of this moment. */
@Component
class ImportContexts {

    private final Viewers viewers;
    private final RecordWriter records;
    private final Clock clock;
    private final Companies companies;
    private final AlikeRepository alike;

    ImportContexts(Viewers viewers, Companies companies, RecordWriter records, AlikeRepository alike, Clock clock) {
        this.alike = alike;
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
                new Reached(file.id(), viewer, alike));
    }

    /** Of an import and whoever started it. */
    private record Reached(long importId, Viewer viewer, AlikeRepository alike) implements ImportContext.Reach {

        @Override
        public boolean includes(String recordType, ExistingRecord record) {
            return mayChange(viewer.scope(recordType), record);
        }

        @Override
        public Set<Long> made(String recordType, Collection<Long> ids) {
            return alike.made(importId, recordType, ids);
        }

        @Override
        public Set<Long> taken(Collection<Long> ids) {
            return alike.taken(importId, ids);
        }

        @Override
        public List<RowSign> earlier(List<RowSign> signs, long before) {
            return alike.earlier(importId, signs, before);
        }

        @Override
        public void came(List<RowSign> signs) {
            alike.came(importId, signs);
        }
    }

    private static boolean mayChange(Scope scope, ExistingRecord record) {
        return scope.mayChange(
                record.id(),
                record.number("owner_id"),
                record.number("team_id"),
                scope.groupColumn().isEmpty() ? null : record.number(scope.groupColumn()));
    }
}
