package org.triviumcrm.exchange.dataimport;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.util.List;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.triviumcrm.exchange.CanImport;
import org.triviumcrm.exchange.file.FileFormat;
import org.triviumcrm.exchange.file.FormatDetector;
import org.triviumcrm.exchange.file.UnreadableFile;
import org.triviumcrm.identity.Viewer;
import org.triviumcrm.shared.exchange.ImportTarget;
import org.triviumcrm.shared.web.NotFound;

/** The life of an import, from the upload to taking it back. Everybody sees the own imports, an administrator all. */
@Service
@Transactional
public class ImportService {

    private static final int SHOWN = 50;
    private static final int SAMPLE = 200;

    private final ImportRepository imports;
    private final FileRepository files;
    private final OutcomeRepository outcomes;
    private final StagingRepository staging;
    private final MemoryRepository memory;
    private final ImportPlans plans;
    private final ImportTargets targets;
    private final ImportJobs jobs;
    private final Clock clock;

    ImportService(
            ImportRepository imports,
            FileRepository files,
            OutcomeRepository outcomes,
            StagingRepository staging,
            MemoryRepository memory,
            ImportPlans plans,
            ImportTargets targets,
            ImportJobs jobs,
            Clock clock) {
        this.imports = imports;
        this.files = files;
        this.outcomes = outcomes;
        this.staging = staging;
        this.memory = memory;
        this.plans = plans;
        this.targets = targets;
        this.jobs = jobs;
        this.clock = clock;
    }

    @CanImport
    @Transactional(readOnly = true)
    public List<ImportTarget> targets(Viewer viewer) {
        return targets.open(viewer);
    }

    @CanImport
    @Transactional(readOnly = true)
    public List<DataImport> newest(Viewer viewer) {
        return imports.newest(seesAll(viewer) ? null : viewer.personId(), SHOWN);
    }

    /** What somebody who moves in probably imports next: the first kind of which nothing came in yet, else the first. */
    @CanImport
    @Transactional(readOnly = true)
    public String next(Viewer viewer, List<DataImport> before) {
        List<String> kinds = targets(viewer).stream().map(ImportTarget::key).toList();
        return kinds.stream()
                .filter(kind -> before.stream()
                        .noneMatch(file -> file.state() == ImportState.DONE
                                && file.target().equals(kind)))
                .findFirst()
                .orElse(kinds.isEmpty() ? "" : kinds.get(0));
    }

    private static boolean seesAll(Viewer viewer) {
        return viewer.can(Viewer.EVERYTHING);
    }

    @CanImport
    @Transactional(readOnly = true)
    public DataImport find(Viewer viewer, long id) {
        return imports.find(id)
                .filter(file -> file.personId() == viewer.personId() || seesAll(viewer))
                .orElseThrow(NotFound::new);
    }

    /** Takes a file in, streaming, and guesses how it is read and what its columns are. Gives the import's number. */
    @CanImport
    public long start(Viewer viewer, String targetKey, String fileName, InputStream file) {
        ImportTarget target = targets.open(viewer).stream()
                .filter(one -> one.key().equals(targetKey))
                .findFirst()
                .orElseThrow(NotFound::new);
        FileFormat none = new FileFormat("csv", "UTF-8", ",", "\"", true, ".", FileFormat.DateOrder.YMD, List.of());
        ImportPlan empty = ColumnGuesser.plan(target, List.of(), List.of());
        long id = imports.create(targetKey, viewer.personId(), shortened(fileName), none, empty, clock.instant());
        try {
            imports.setSize(id, files.store(id, file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        byte[] start = files.start(id);
        if (start.length == 0) {
            throw new UnreadableFile("exchange.failure.empty");
        }
        FileFormat format = FormatDetector.detect(fileName, start);
        if (!format.isCsv()) {
            format = FormatDetector.describe(
                    format,
                    FileSample.read(files.open(id), headless(format), SAMPLE).rows());
        }
        imports.setFormat(id, format, plans.propose(id, target, format));
        return id;
    }

    /** A new import of the same file, read and mapped as before. Gives its number. */
    @CanImport
    public long startAgain(Viewer viewer, long id) {
        DataImport before = find(viewer, id);
        ImportTarget target = targets.target(before.target());
        if (!viewer.can(target.permission())) {
            throw new NotFound();
        }
        ImportPlan plan = ImportPlans.asBefore(before.plan(), target);
        long again = imports.create(
                before.target(), viewer.personId(), before.fileName(), before.format(), plan, clock.instant());
        imports.setSize(again, files.copy(id, again));
        return again;
    }

    private static FileFormat headless(FileFormat format) {
        return new FileFormat(
                format.kind(),
                format.encoding(),
                format.delimiter(),
                format.quote(),
                false,
                format.decimalMark(),
                format.dateOrder(),
                format.nullWords());
    }

    private static String shortened(String name) {
        String last = name.substring(Math.max(name.lastIndexOf('/'), name.lastIndexOf('\\')) + 1);
        return last.substring(0, Math.min(300, last.length()));
    }

    /** Reads the file another way; the columns are guessed anew. */
    @CanImport
    public void changeFormat(Viewer viewer, long id, ChangeFormat input) {
        DataImport file = draft(viewer, id);
        FileFormat format = input.applyTo(file.format());
        ImportTarget target = targets.target(file.target());
        ImportPlan plan = plans.propose(id, target, format);
        imports.setFormat(
                id, format, ImportPlans.withFound(plan, target, file.plan().options()));
        imports.move(id, file.state(), ImportState.MAPPING, clock.instant());
    }

    /**
     * Keeps the mapping and lets the file be tried out in the background.
     *
     * @throws NothingFits when no row could come in
     */
    @CanImport
    public void map(Viewer viewer, long id, MapColumns input) {
        DataImport file = draft(viewer, id);
        ImportTarget target = targets.target(file.target());
        ImportPlan plan = input.plan(file.plan().headers(), target);
        if (plan.isHopeless(target)) {
            throw new NothingFits(target, plan.missing(target));
        }
        imports.setPlan(id, plan);
        memory.keep(file.target(), plan, clock.instant());
        check(file);
    }

    /** Keeps the mapping as it has been chosen so far. */
    @CanImport
    public void keep(Viewer viewer, long id, MapColumns input) {
        DataImport file = draft(viewer, id);
        imports.setPlan(id, input.plan(file.plan().headers(), targets.target(file.target())));
    }

    /** Back to the columns. */
    @CanImport
    public void reopen(Viewer viewer, long id) {
        DataImport file = draft(viewer, id);
        imports.move(id, file.state(), ImportState.MAPPING, clock.instant());
    }

    void check(DataImport file) {
        if (imports.move(file.id(), file.state(), ImportState.CHECKING, clock.instant())) {
            jobs.start(file.id());
        }
    }

    DataImport draft(Viewer viewer, long id) {
        DataImport file = find(viewer, id);
        if (!file.state().isDraft()) {
            throw new NotFound();
        }
        return file;
    }

    /** The last word: from now on records are written. */
    @CanImport
    public void run(Viewer viewer, long id) {
        find(viewer, id);
        if (imports.move(id, ImportState.READY, ImportState.RUNNING, clock.instant())) {
            outcomes.clear(id);
            jobs.start(id);
        }
    }

    /** Stops; what is written stays until it is taken back. */
    @CanImport
    public void cancel(Viewer viewer, long id) {
        DataImport file = find(viewer, id);
        if (imports.move(id, ImportState.RUNNING, ImportState.CANCELLED, clock.instant())) {
            imports.setSummary(id, outcomes.summary(id, file.cursor()));
            staging.clear(id);
        } else {
            imports.move(id, ImportState.CHECKING, ImportState.MAPPING, clock.instant());
        }
    }

    @CanImport
    public void undo(Viewer viewer, long id) {
        DataImport file = find(viewer, id);
        boolean again = file.state() == ImportState.UNDONE || file.state().mayBeUndone();
        if (again && imports.move(id, file.state(), ImportState.UNDOING, clock.instant())) {
            jobs.start(id);
        }
    }

    /** Forgets an import that has not written anything. */
    @CanImport
    public void discard(Viewer viewer, long id) {
        draft(viewer, id);
        imports.delete(id);
    }
}
