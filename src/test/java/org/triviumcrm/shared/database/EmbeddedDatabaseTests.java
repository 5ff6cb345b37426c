package org.triviumcrm.shared.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EmbeddedDatabaseTests {

    @TempDir
    Path folder;

    @Test
    void isDurableAndClosed() throws SQLException {
        try (EmbeddedDatabase database = EmbeddedDatabase.start(folder, 0)) {
            assertThat(show(database, "fsync")).isEqualTo("on");
            assertThat(show(database, "synchronous_commit")).isEqualTo("on");
            assertThat(show(database, "full_page_writes")).isEqualTo("on");
            assertThat(show(database, "listen_addresses")).isEqualTo("127.0.0.1");
            assertThat(show(database, "unix_socket_directories")).isEmpty();
            assertThat(Path.of(show(database, "data_directory"))).isEqualTo(folder.resolve("postgresql"));
            assertThat(folder.resolve("binaries")).isNotEmptyDirectory();

            assertThatThrownBy(() -> DriverManager.getConnection(database.url(), database.user(), "guessed"))
                    .isInstanceOf(SQLException.class)
                    .hasMessageContaining("password authentication failed");
            assertThatThrownBy(() -> DriverManager.getConnection(database.url() + "&user=" + database.user()))
                    .isInstanceOf(SQLException.class);
            try (Connection connection = connect(database);
                    Statement statement = connection.createStatement();
                    ResultSet rules = statement.executeQuery(
                            "select count(*) from pg_hba_file_rules where auth_method <> 'scram-sha-256'")) {
                rules.next();
                assertThat(rules.getInt(1)).isZero();
            }
        }
    }

    @Test
    void keepsItsDataOverAStop() throws SQLException {
        try (EmbeddedDatabase database = EmbeddedDatabase.start(folder, 0)) {
            execute(database, "create table kept (id int)", "insert into kept values (42)");
        }
        try (EmbeddedDatabase database = EmbeddedDatabase.start(folder, 0)) {
            assertThat(number(database, "select id from kept")).isEqualTo(42);
        }
    }

    @Test
    void refusesASecondStartOnTheSameFolderInWords() {
        try (EmbeddedDatabase database = EmbeddedDatabase.start(folder, 0)) {
            assertThat(database.url()).startsWith("jdbc:postgresql://127.0.0.1:");
            assertThatThrownBy(() -> EmbeddedDatabase.start(folder, 0))
                    .isInstanceOfSatisfying(DatabaseFolderTaken.class, taken -> {
                        var analysis = new DatabaseProblemAnalyzer().analyze(taken, taken);
                        assertThat(analysis.getDescription())
                                .contains(folder.toString())
                                .contains(String.valueOf(ProcessHandle.current().pid()));
                        assertThat(analysis.getAction()).contains("trivium.data-dir");
                    });
        }
    }

    @Test
    void startsOverAStalePidFile() throws SQLException, IOException {
        try (EmbeddedDatabase database = EmbeddedDatabase.start(folder, 0)) {
            execute(database, "create table kept (id int)", "insert into kept values (7)");
        }
        // as after a power cut: the pid now belongs to somebody else, here to these tests
        Files.writeString(
                folder.resolve("postgresql/postmaster.pid"),
                ProcessHandle.current().pid() + "\n" + folder.resolve("postgresql")
                        + "\n1700000000\n5432\n\n127.0.0.1\n");
        try (EmbeddedDatabase database = EmbeddedDatabase.start(folder, 0)) {
            assertThat(number(database, "select id from kept")).isEqualTo(7);
        }
    }

    @Test
    void leavesAnotherPostgresqlAloneWhosePidTheStaleFileNames(@TempDir Path elsewhere)
            throws SQLException, IOException {
        EmbeddedDatabase.start(folder, 0).close();
        try (EmbeddedDatabase other = EmbeddedDatabase.start(elsewhere, 0)) {
            Files.copy(elsewhere.resolve("postgresql/postmaster.pid"), folder.resolve("postgresql/postmaster.pid"));
            try (EmbeddedDatabase database = EmbeddedDatabase.start(folder, 0)) {
                assertThat(show(database, "data_directory"))
                        .isEqualTo(folder.resolve("postgresql").toString());
                assertThat(number(other, "select 1")).isOne();
            }
        }
    }

    @Test
    void saysSoWhenThePasswordFileIsLost() throws IOException {
        EmbeddedDatabase.start(folder, 0).close();
        Files.delete(folder.resolve("password"));
        assertThatThrownBy(() -> EmbeddedDatabase.start(folder, 0)).hasMessageContaining("password file");
    }

    static Connection connect(EmbeddedDatabase database) throws SQLException {
        return DriverManager.getConnection(database.url(), database.user(), database.password());
    }

    static void execute(EmbeddedDatabase database, String... statements) throws SQLException {
        try (Connection connection = connect(database);
                Statement statement = connection.createStatement()) {
            for (String sql : statements) {
                statement.execute(sql);
            }
        }
    }

    static long number(EmbeddedDatabase database, String sql) throws SQLException {
        try (Connection connection = connect(database);
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(sql)) {
            row.next();
            return row.getLong(1);
        }
    }

    private static String show(EmbeddedDatabase database, String setting) throws SQLException {
        try (Connection connection = connect(database);
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("show " + setting)) {
            row.next();
            return row.getString(1);
        }
    }
}
