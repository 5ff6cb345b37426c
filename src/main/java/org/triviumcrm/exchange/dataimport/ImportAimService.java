package org.triviumcrm.exchange.dataimport;

import java.io.InputStream;
import java.util.Map;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.triviumcrm.exchange.CanImport;
import org.triviumcrm.identity.Viewer;
import org.triviumcrm.shared.exchange.ImportOption;
import org.triviumcrm.shared.exchange.ImportTarget;
import org.triviumcrm.shared.web.NotFound;

/** Imports that begin at the record which all rows of the file are for, such as a campaign. */
@Service
public class ImportAimService {

    private final ImportService imports;
    private final ImportRepository repository;

    ImportAimService(ImportService imports, ImportRepository repository) {
        this.imports = imports;
        this.repository = repository;
    }

    /**
     * A record that all rows of a file are for.
     *
     * @param option of the target, which the record is chosen for
     */
    public record Aim(ImportTarget target, String option, long id, String name) {}

    /** @throws NotFound when the viewer does not see it, or nothing of the kind is imported for it */
    @CanImport
    @Transactional(readOnly = true)
    public Aim aim(Viewer viewer, String targetKey, long id) {
        ImportTarget target = imports.targets(viewer).stream()
                .filter(one -> one.key().equals(targetKey))
                .findFirst()
                .orElseThrow(NotFound::new);
        String option = target.options().stream()
                .filter(ImportOption::isFound)
                .map(ImportOption::key)
                .findFirst()
                .orElseThrow(NotFound::new);
        String name = target.found(viewer.personId(), option, id);
        if (name == null) {
            throw new NotFound();
        }
        return new Aim(target, option, id, name);
    }

    /** Takes a file in whose rows are for this record. Gives the import's number. */
    @CanImport
    @Transactional
    public long start(Viewer viewer, Aim aim, String fileName, InputStream file) {
        long id = imports.start(viewer, aim.target().key(), fileName, file);
        ImportPlan plan = imports.find(viewer, id).plan();
        repository.setPlan(
                id, ImportPlans.withFound(plan, aim.target(), Map.of(aim.option(), String.valueOf(aim.id()))));
        return id;
    }
}
