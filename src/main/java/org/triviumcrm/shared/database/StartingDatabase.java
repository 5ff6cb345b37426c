package org.triviumcrm.shared.database;

import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;

/**
 * An {@link EmbeddedDatabase} on its way: unpacking, creating and starting it takes as long as putting the application
 * together, so both go on at once.
 */
final class StartingDatabase implements AutoCloseable {

    private final CompletableFuture<EmbeddedDatabase> database = new CompletableFuture<>();
    private boolean closed;

    private StartingDatabase() {}

    static StartingDatabase on(Path folder, int port) {
        StartingDatabase starting = new StartingDatabase();
        Thread thread = new Thread(() -> starting.start(folder, port), "database-start");
        thread.setDaemon(true);
        thread.start();
        return starting;
    }

    private void start(Path folder, int port) {
        try {
            database.complete(EmbeddedDatabase.start(folder, port));
        } catch (Throwable e) {
            database.completeExceptionally(e);
        }
    }

    /**
     * Waits until it runs.
     *
     * @throws DatabaseProblem when it can't
     */
    EmbeddedDatabase take() {
        try {
            return database.join();
        } catch (CompletionException e) {
            throw e.getCause() instanceof DatabaseProblem problem ? problem : e;
        }
    }

    /** Stops it, also when nobody took it because the application came to nothing. */
    @Override
    public synchronized void close() {
        if (!closed) {
            closed = true;
            EmbeddedDatabase running = database.exceptionally(e -> null).join();
            if (running != null) {
                running.close();
            }
        }
    }
}
