package org.triviumcrm.shared.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.triviumcrm.shared.database.EmbeddedDatabaseTests.execute;
import static org.triviumcrm.shared.database.EmbeddedDatabaseTests.number;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Kills the process that writes, with and without its server, at random moments, and counts what was acknowledged. */
class KillingTheApplicationTests {

    @TempDir
    Path folder;

    @Test
    void losesNothingThatWasAcknowledged() throws Exception {
        try (EmbeddedDatabase database = EmbeddedDatabase.start(folder, 0)) {
            execute(database, "create table written (id bigint primary key)");
        }
        Random chance = new Random(System.nanoTime());
        long acknowledged = 0;
        for (int round = 0; round < 5; round++) {
            Process writer = startWriter();
            long last = killAtRandom(writer, chance);
            if (round % 2 == 1) {
                killServer();
            }
            acknowledged = Math.max(acknowledged, last);
            try (EmbeddedDatabase database = EmbeddedDatabase.start(folder, 0)) {
                assertThat(number(database, "select count(*) from written where id <= " + acknowledged))
                        .as("rows acknowledged up to round %d", round)
                        .isEqualTo(acknowledged);
                assertThat(number(database, "select count(*) - coalesce(max(id), 0) from written"))
                        .as("no gaps and no row twice")
                        .isZero();
            }
        }
        assertThat(acknowledged).as("the rounds wrote something").isPositive();
    }

    /** Lets it write for a while, kills it, and gives the last id it had told to be committed. */
    private static long killAtRandom(Process writer, Random chance) throws IOException, InterruptedException {
        long last = 0;
        try (BufferedReader said = writer.inputReader()) {
            long end = 0;
            for (String line = said.readLine(); line != null; line = said.readLine()) {
                if (line.matches("\\d+")) {
                    last = Long.parseLong(line);
                    end = end == 0 ? System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(chance.nextInt(900)) : end;
                }
                if (end != 0 && System.nanoTime() > end && writer.isAlive()) {
                    writer.toHandle().destroyForcibly(); // the process itself would close what it said
                }
            }
        }
        assertThat(writer.waitFor(30, TimeUnit.SECONDS)).isTrue();
        return last;
    }

    private Process startWriter() throws IOException {
        return new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx128m",
                        "-cp",
                        System.getProperty("java.class.path"),
                        Writer.class.getName(),
                        folder.toString())
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
    }

    private void killServer() throws IOException {
        Path file = folder.resolve("postgresql/postmaster.pid");
        long pid = Long.parseLong(Files.readAllLines(file).get(0).strip());
        ProcessHandle server = ProcessHandle.of(pid).orElseThrow();
        server.children().forEach(ProcessHandle::destroyForcibly);
        server.destroyForcibly();
        server.onExit().orTimeout(30, TimeUnit.SECONDS).join();
    }

    /** Writes numbers one by one and says each once it is committed. */
    static final class Writer {

        private Writer() {}

        public static void main(String[] args) throws SQLException {
            EmbeddedDatabase database = EmbeddedDatabase.start(Path.of(args[0]), 0);
            try (var connection = EmbeddedDatabaseTests.connect(database);
                    var insert = connection.prepareStatement("insert into written values (?)")) {
                long next = number(database, "select coalesce(max(id), 0) + 1 from written");
                while (true) {
                    insert.setLong(1, next);
                    insert.executeUpdate();
                    System.out.println(next);
                    next++;
                }
            }
        }
    }
}
