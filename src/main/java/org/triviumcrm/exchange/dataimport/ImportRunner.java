package org.triviumcrm.exchange.dataimport;

import java.time.Clock;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import org.triviumcrm.exchange.file.UnreadableFile;

/**
 * Does the work of an import until nothing is left to do, step by step. Each step is a transaction that also notes how
 * far the work is, so whoever goes on after a crash, on this node or another, goes on exactly there.
 */
@Component
public class ImportRunner {

    private final ImportRepository imports;
    private final ImportCheck check;
    private final ImportWriter writer;
    private final ImportUndo undo;
    private final ImportNotices notices;
    private final TransactionTemplate transaction;
    private final Clock clock;

    ImportRunner(
            ImportRepository imports,
            ImportCheck check,
            ImportWriter writer,
            ImportUndo undo,
            ImportNotices notices,
            TransactionTemplate transaction,
            Clock clock) {
        this.imports = imports;
        this.check = check;
        this.writer = writer;
        this.undo = undo;
        this.notices = notices;
        this.transaction = transaction;
        this.clock = clock;
    }

    /** Runs until the import waits for a person or is over. */
    public void run(long importId) {
        try {
            boolean busy = true;
            while (busy) {
                busy = step(importId);
            }
        } catch (UnreadableFile e) {
            giveUp(importId, e.messageKey());
        }
    }

    /** One step; false when there is nothing to do for a job. */
    boolean step(long importId) {
        DataImport file = imports.find(importId).orElse(null);
        if (file == null || !file.state().isBusy()) {
            return false;
        }
        switch (file.state()) {
            case CHECKING -> check.run(file);
            case RUNNING -> writer.next(file);
            default -> undo.run(file);
        }
        return true;
    }

    /** Gives up after an error that repeats. */
    void fail(long importId) {
        giveUp(importId, "exchange.failure.unexpected");
    }

    private void giveUp(long importId, String reason) {
        transaction.executeWithoutResult(status -> {
            imports.setFailure(importId, reason, clock.instant());
            imports.find(importId).ifPresent(notices::failed);
        });
    }
}
