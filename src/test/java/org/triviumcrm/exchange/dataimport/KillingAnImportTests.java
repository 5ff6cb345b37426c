package org.triviumcrm.exchange.dataimport;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.triviumcrm.Trivium;
import org.triviumcrm.identity.Viewer;
import org.triviumcrm.identity.Viewers;
import org.triviumcrm.shared.database.EmbeddedDatabase;

/** Kills the whole application while it imports, starts it again, and counts what is there when the import is done. */
class KillingAnImportTests {

    private static final int ROWS = 30_000;
    private static final int KILLS = 2;

    @TempDir
    Path folder;

    @Test
    void noRowIsThereTwiceAndNoneIsLost() throws Exception {
        Random chance = new Random();
        long done = 0;
        for (int kill = 1; kill <= KILLS; kill++) {
            long from = done + ROWS / 10;
            done = killBeyond(from, chance.nextInt(200));
            assertThat(done).as("broken off while it ran").isBetween(from, ROWS - 1L);
        }
        assertThat(killBeyond(Long.MAX_VALUE, 0)).isEqualTo(ROWS);
        try (EmbeddedDatabase database = EmbeddedDatabase.start(folder, 0)) {
            JdbcClient jdbc = JdbcClient.create(
                    new DriverManagerDataSource(database.url(), database.user(), database.password()));
            for (String count : new String[] {
                "count(*) from customer",
                "count(distinct reference) from customer where reference ~ '^C[0-9]+$'",
                "count(distinct id) from customer_aud where revtype = 0",
                "count(*) from customer_aud",
                "count(*) from import_effect where before is null",
                "total from data_import where state = 'DONE'"
            }) {
                assertThat(jdbc.sql("select " + count).query(Long.class).single())
                        .as(count)
                        .isEqualTo(ROWS);
            }
            assertThat(jdbc.sql("select count(*) from import_row")
                            .query(Long.class)
                            .single())
                    .isZero();
        }
    }

    /** Lets the import get this far and a little further, kills the process, and gives the rows it had told to be done. */
    private long killBeyond(long rows, int millis) throws IOException, InterruptedException {
        Process importing = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx256m",
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        System.getProperty("java.class.path"),
                        Importing.class.getName(),
                        folder.toString())
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        long last = 0;
        try (BufferedReader lines = importing.inputReader()) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                if (line.matches("done \\d+")) {
                    last = Long.parseLong(line.substring(5));
                    if (last >= rows && importing.isAlive()) {
                        Thread.sleep(millis);
                        importing.toHandle().destroyForcibly(); // the process itself would close what it said
                    }
                }
            }
        }
        assertThat(importing.waitFor(60, TimeUnit.SECONDS)).as("ended").isTrue();
        return last;
    }

    /** Begins an import, or goes on with the one that is there, and says how many rows are done. */
    static final class Importing {

        private Importing() {}

        public static void main(String[] args) throws InterruptedException {
            ConfigurableApplicationContext application = SpringApplication.run(
                    Trivium.class,
                    "--trivium.data-dir=" + args[0],
                    "--trivium.setup.administrator-password=a long enough sentence",
                    "--server.port=0",
                    "--db-scheduler.heartbeat-interval=1s",
                    "--spring.main.banner-mode=off",
                    "--logging.level.root=warn");
            JdbcClient jdbc = application.getBean(JdbcClient.class);
            Viewer administrator = application
                    .getBean(Viewers.class)
                    .find(jdbc.sql("select min(id) from person")
                            .query(Long.class)
                            .single())
                    .orElseThrow();
            ImportService imports = application.getBean(ImportService.class);
            if (imports.newest(administrator).isEmpty()) {
                begin(imports, administrator);
            }
            DataImport file = imports.newest(administrator).get(0);
            while (file.state() == ImportState.RUNNING) {
                System.out.println("done " + file.cursor());
                Thread.sleep(10);
                file = imports.newest(administrator).get(0);
            }
            System.out.println("done " + (file.state() == ImportState.DONE ? file.total() : -1));
            System.exit(SpringApplication.exit(application));
        }

        private static void begin(ImportService imports, Viewer administrator) throws InterruptedException {
            StringBuilder text = new StringBuilder("account id,name,city\n");
            for (int at = 1; at <= ROWS; at++) {
                text.append("C%d,Company %d,Town %d%n".formatted(at, at, at % 100));
            }
            InputStream file = new ByteArrayInputStream(text.toString().getBytes(StandardCharsets.UTF_8));
            long id = imports.start(administrator, "customer", "customers.csv", file);
            imports.map(
                    administrator,
                    id,
                    MapColumns.of(imports.find(administrator, id).plan()));
            while (imports.find(administrator, id).state() != ImportState.READY) {
                Thread.sleep(10);
            }
            imports.run(administrator, id);
        }
    }
}
