package org.triviumcrm.benchmark;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.TimeUnit;

/**
 * How long it takes to give 10,000 opportunities of one person to another, as an administrator does in the list, and to take
 * that back: from the click to the run's end. In a database that {@link FillDatabase} has filled.
 *
 * <p>Arguments: JDBC address, user and password of the database; address of the application, an administrator's sign-in name and
 * password.
 */
public final class MeasureBulk {

    private static final int RECORDS = 10_000;

    private MeasureBulk() {}

    public static void main(String[] args) throws SQLException, IOException, InterruptedException {
        try (Connection connection = DriverManager.getConnection(args[0], args[1], args[2]);
                Statement sql = connection.createStatement()) {
            long giver = one(sql, "select owner_id from opportunity group by 1 order by count(*) desc limit 1");
            long receiver = one(sql, """
                    select p.id from person p join person_role r on r.person_id = p.id
                    where p.active and p.id <> %d order by p.id desc limit 1""".formatted(giver));
            sql.execute("select set_config('trivium.passage', 'TEST', false)");
            sql.execute("""
                    update opportunity set owner_id = %d where id in (
                        select id from opportunity where state = 'OPEN' and owner_id <> %d order by id limit greatest(0, %d - (
                            select count(*) from opportunity where state = 'OPEN' and owner_id = %d)))""".formatted(giver, giver, RECORDS, giver));
            sql.execute("analyze opportunity");

            WebClient client = new WebClient(args[3]);
            client.signIn(args[4], args[5]);
            System.out.println(
                    "load " + Files.readString(Path.of("/proc/loadavg")).strip());
            String query = "f.owner=" + giver + "&f.state=OPEN";
            long start = System.nanoTime();
            String run = client.post(
                            "/sales/opportunities",
                            "/lists/opportunity/bulk/transfer/runs",
                            "all=true&query=" + WebClient.encoded(query) + "&ownerId=" + receiver)
                    .orElseThrow();
            told("given", sql, run, start);
            start = System.nanoTime();
            client.post(run, run + "/undo", "");
            told("taken back", sql, run, start);
            System.out.println(
                    "load " + Files.readString(Path.of("/proc/loadavg")).strip());
        }
    }

    /** Waits for a run and says how long it took since its start. */
    static void told(String what, Statement sql, String run, long start) throws SQLException, InterruptedException {
        String of = " from bulk_run where id = " + run.replaceAll(".*/", "");
        while (one(sql, "select count(*)" + of + " and state not in ('DONE', 'UNDONE', 'FAILED')") > 0) {
            TimeUnit.MILLISECONDS.sleep(50);
        }
        System.out.printf(
                "%d %s, %d refused, in %.1f s%n",
                one(sql, "select total" + of),
                what,
                one(sql, "select refused" + of),
                (System.nanoTime() - start) / 1e9);
    }

    static long one(Statement sql, String query) throws SQLException {
        try (ResultSet row = sql.executeQuery(query)) {
            row.next();
            return row.getLong(1);
        }
    }
}
