package org.triviumcrm.shared.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Nobody meets a database that is not migrated, and a migration that fails ends the start. */
class MigrationsTests {

    @TempDir
    Path folder;

    @TempDir
    Path scripts;

    @Test
    void whoAsksForAConnectionWaitsUntilTheyAreOver() throws Exception {
        try (StartingDatabase starting = StartingDatabase.on(folder, 0)) {
            MigratedDataSource database = migrating(starting, "select pg_sleep(1); create table migrated (id int);");
            try (Connection connection = database.getConnection()) {
                assertThat(tables(connection)).isOne();
            }
        }
    }

    @Test
    void aFailureIsToldToEverybodyWhoAsksAndEndsTheStart() throws Exception {
        try (StartingDatabase starting = StartingDatabase.on(folder, 0)) {
            EmbeddedDataSource pool = new EmbeddedDataSource(starting);
            Migrations migrations = new Migrations(starting, pool);
            migrations.migrate(flyway(pool, "create table migrated (id int); select broken;"));

            assertThatThrownBy(migrations::afterSingletonsInstantiated)
                    .isInstanceOf(FlywayException.class)
                    .hasMessageContaining("broken");
            assertThatThrownBy(new MigratedDataSource(pool, migrations)::getConnection)
                    .isInstanceOf(FlywayException.class);
            migrations.destroy();
            try (Connection connection = pool.getConnection()) {
                assertThat(tables(connection)).isZero();
            }
        }
    }

    private MigratedDataSource migrating(StartingDatabase starting, String sql) throws Exception {
        EmbeddedDataSource pool = new EmbeddedDataSource(starting);
        Migrations migrations = new Migrations(starting, pool);
        migrations.migrate(flyway(pool, sql));
        return new MigratedDataSource(pool, migrations);
    }

    private Flyway flyway(EmbeddedDataSource pool, String sql) throws Exception {
        Files.writeString(scripts.resolve("V1__first.sql"), sql);
        return Flyway.configure()
                .dataSource(pool)
                .locations("filesystem:" + scripts)
                .load();
    }

    private static long tables(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("select count(*) from pg_tables where tablename = 'migrated'")) {
            row.next();
            return row.getLong(1);
        }
    }
}
