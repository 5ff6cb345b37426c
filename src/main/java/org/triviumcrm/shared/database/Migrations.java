package org.triviumcrm.shared.database;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.boot.flyway.autoconfigure.FlywayMigrationStrategy;

/**
 * Migrates the embedded database on a thread of its own while the rest of the application is put together; whoever asks
 * {@link MigratedDataSource} for a connection meanwhile waits, and so does the start before it takes requests.
 */
final class Migrations implements FlywayMigrationStrategy, SmartInitializingSingleton, DisposableBean {

    private final StartingDatabase database;
    private volatile CompletableFuture<Void> running = CompletableFuture.completedFuture(null);

    /** @param pool is closed only when the migrations are over */
    Migrations(StartingDatabase database, DataSource pool) {
        this.database = database;
    }

    @Override
    public void migrate(Flyway flyway) {
        CompletableFuture<Void> migrated = new CompletableFuture<>();
        running = migrated;
        Thread thread = new Thread(() -> migrate(flyway, migrated), "database-migration");
        thread.setDaemon(true);
        thread.start();
    }

    private void migrate(Flyway flyway, CompletableFuture<Void> migrated) {
        try {
            database.take();
            flyway.migrate();
            migrated.complete(null);
        } catch (Throwable e) {
            migrated.completeExceptionally(e);
        }
    }

    /**
     * Waits until they are over.
     *
     * @throws RuntimeException what went wrong with the database or with a migration
     */
    void await() {
        try {
            running.join();
        } catch (CompletionException e) {
            throw e.getCause() instanceof RuntimeException cause ? cause : e;
        }
    }

    @Override
    public void afterSingletonsInstantiated() {
        await();
    }

    @Override
    public void destroy() {
        running.handle((nothing, failure) -> failure).join();
    }
}
