package org.triviumcrm.shared.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.triviumcrm.shared.database.EmbeddedDatabaseTests.execute;
import static org.triviumcrm.shared.database.EmbeddedDatabaseTests.number;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** What goes wrong around a database of one's own: each time it goes on, or says in words why not and what to do. */
class EmbeddedDatabaseTroubleTests {

    @TempDir
    Path folder;

    @Test
    void itsFolderMayHaveSpacesChineseAndAVeryLongPath() throws SQLException {
        Path odd = folder.resolve("客户 数据 'quoted' & co (2); #1")
                .resolve("long".repeat(50))
                .resolve("longer".repeat(40));
        try (EmbeddedDatabase database = EmbeddedDatabase.start(odd, 0)) {
            execute(database, "create table kept (id int)", "insert into kept values (42)");
        }
        try (EmbeddedDatabase database = EmbeddedDatabase.start(odd, 0)) {
            assertThat(number(database, "select id from kept")).isEqualTo(42);
        }
    }

    @Test
    void aServerThatIsKilledUnderTheRunningApplicationIsStartedAgain() throws Exception {
        try (EmbeddedDatabase database = EmbeddedDatabase.start(folder, 0)) {
            execute(database, "create table kept (id int)", "insert into kept values (42)");
            // only the server itself: its children are still there for a moment
            ProcessHandle.of(serverProcess()).orElseThrow().destroyForcibly();
            assertThat(answersAgain(database)).isTrue();
            assertThat(number(database, "select id from kept")).isEqualTo(42);
        }
        assertThat(folder.resolve("postgresql/postmaster.pid"))
                .as("and stopped in the end")
                .doesNotExist();
    }

    @Test
    void aStopEndsTheServer() throws IOException {
        ProcessHandle server;
        try (EmbeddedDatabase database = EmbeddedDatabase.start(folder, 0)) {
            assertThat(database.user()).isEqualTo("trivium");
            server = ProcessHandle.of(serverProcess()).orElseThrow();
            assertThat(server.isAlive()).isTrue();
        }
        assertThat(server.onExit()).succeedsWithin(Duration.ofSeconds(10));
    }

    @Test
    void aPortInUseIsNamed() throws IOException {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            FailureAnalysis said = refusal(folder, taken.getLocalPort());
            assertThat(said.getDescription()).contains("port " + taken.getLocalPort());
            assertThat(said.getAction()).contains("--trivium.database.port");
        }
        EmbeddedDatabase.start(folder, 0).close();
    }

    @Test
    void aFolderThatCantBeMadeIsNamed() throws IOException {
        Path file = Files.writeString(folder.resolve("file"), "not a folder");
        FailureAnalysis said = refusal(file.resolve("data"), 0);
        assertThat(said.getDescription()).contains(file.resolve("data").toString());
        assertThat(said.getAction()).contains("--trivium.data-dir");
    }

    @Test
    void aFolderWhoseNameAShellWouldReadIsRefused() {
        FailureAnalysis said = refusal(folder.resolve("for $HOME"), 0);
        assertThat(said.getDescription()).contains("for $HOME");
        assertThat(folder.resolve("for $HOME")).doesNotExist();
    }

    @Test
    void dataOfAnotherMajorVersionIsLeftAsItIs() throws IOException {
        EmbeddedDatabase.start(folder, 0).close();
        Path version = folder.resolve("postgresql/PG_VERSION");
        Files.writeString(version, "17\n");
        FailureAnalysis said = refusal(folder, 0);
        assertThat(said.getDescription()).contains("PostgreSQL 17", "PostgreSQL 18");
        assertThat(said.getAction()).contains("Upgrading PostgreSQL");
        assertThat(version).hasContent("17");
    }

    @Test
    void aSettingThatPostgresqlRefusesIsShownFromItsLog() throws IOException {
        EmbeddedDatabase.start(folder, 0).close();
        Path settings = folder.resolve("postgresql/postgresql.conf");
        String before = Files.readString(settings);
        Files.writeString(settings, before + "\nshared_bufers = '1GB'\n");
        FailureAnalysis said = refusal(folder, 0);
        assertThat(said.getDescription()).contains("shared_bufers");
        assertThat(said.getAction()).contains(folder.resolve("postgresql.log").toString());

        Files.writeString(settings, before);
        EmbeddedDatabase.start(folder, 0).close();
    }

    @Test
    void whatAHalfDoneFirstStartLeftIsMadeAnew() throws IOException, SQLException {
        EmbeddedDatabase.start(folder, 0).close();
        // as if killed while unpacking and while initdb ran: no settings of ours yet
        Files.delete(folder.resolve("postgresql/trivium.conf"));
        Files.delete(folder.resolve("password"));
        Files.createDirectories(folder.resolve("binaries/unpacking/bin"));
        try (EmbeddedDatabase database = EmbeddedDatabase.start(folder, 0)) {
            assertThat(number(database, "select 1")).isOne();
        }
    }

    private static FailureAnalysis refusal(Path folder, int port) {
        DatabaseProblem[] problem = new DatabaseProblem[1];
        assertThatExceptionOfType(DatabaseProblem.class)
                .isThrownBy(() -> EmbeddedDatabase.start(folder, port).close())
                .satisfies(thrown -> problem[0] = thrown);
        return new DatabaseProblemAnalyzer().analyze(problem[0], problem[0]);
    }

    private long serverProcess() throws IOException {
        return Long.parseLong(Files.readAllLines(folder.resolve("postgresql/postmaster.pid"))
                .get(0)
                .strip());
    }

    private static boolean answersAgain(EmbeddedDatabase database) throws InterruptedException {
        for (int tries = 0; tries < 100; tries++) {
            try {
                return number(database, "select 1") == 1;
            } catch (SQLException stillAway) {
                TimeUnit.MILLISECONDS.sleep(200);
            }
        }
        return false;
    }
}
