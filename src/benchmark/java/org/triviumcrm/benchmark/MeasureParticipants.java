package org.triviumcrm.benchmark;

import java.io.IOException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;

/**
 * How long it takes to add 100,000 leads to a campaign, as all that a filter of their list finds, and to take that back: from the click
 * to the run's end. The leads are made once, half of twice as many; the campaign is the latest that can still have people.
 *
 * <p>Arguments: JDBC address, user and password of the database; address of the application, an administrator's sign-in name and
 * password.
 */
public final class MeasureParticipants {

    private static final int LEADS = 200_000;
    private static final String SOURCE = "Benchmark";

    private MeasureParticipants() {}

    public static void main(String[] args) throws SQLException, IOException, InterruptedException {
        try (Connection connection = DriverManager.getConnection(args[0], args[1], args[2]);
                Statement sql = connection.createStatement()) {
            if (MeasureBulk.one(sql, "select count(*) from lead where source = '" + SOURCE + "'") == 0) {
                sql.execute("""
                        insert into lead (id, full_name, company, source, owner_id, created_at, updated_at)
                        select nextval('lead_seq'), 'Guest ' || n, 'Company ' || n / 3, case when n %% 2 = 0 then '%s' else 'Elsewhere' end,
                            (select min(id) from person), now() - n * interval '1 minute', now()
                        from generate_series(1, %d) n""".formatted(SOURCE, LEADS));
                sql.execute("vacuum (analyze) lead");
            }
            long campaign = MeasureBulk.one(
                    sql,
                    "select coalesce(max(id), 0) from campaign where state in ('APPROVED', 'RUNNING', 'COMPLETED')");
            if (campaign == 0) {
                throw new IllegalStateException("There is no campaign yet: MeasureReturns makes some");
            }
            WebClient client = new WebClient(args[3]);
            client.signIn(args[4], args[5]);
            long start = System.nanoTime();
            String run = client.post(
                            "/marketing/leads",
                            "/lists/lead/bulk/campaign/runs",
                            "all=true&query=" + WebClient.encoded("f.source=" + SOURCE) + "&campaignId=" + campaign)
                    .orElseThrow();
            System.out.printf("asked for in %.1f s%n", (System.nanoTime() - start) / 1e9);
            MeasureBulk.told("added", sql, run, start);
            start = System.nanoTime();
            client.post(run, run + "/undo", "");
            MeasureBulk.told("taken back", sql, run, start);
        }
    }
}
