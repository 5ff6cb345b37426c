package org.triviumcrm.benchmark;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/**
 * How long it takes from asking for an approval to the first task being there: a flow for winning is switched on, and open
 * opportunities are sent to it, one after the other, as the form does; the flow is retired and the cases are recalled at the end.
 * In a database that {@link FillDatabase} has filled.
 *
 * <p>Arguments: JDBC address, user and password of the database; address of the application, an administrator's sign-in name and
 * password; optionally how many.
 */
public final class MeasureSubmit {

    private static final String FLOWS = "/administration/approvals";
    private static final int WARM = 50;

    private MeasureSubmit() {}

    public static void main(String[] args) throws SQLException, IOException, InterruptedException {
        int records = args.length > 6 ? Integer.parseInt(args[6]) : 200;
        WebClient client = new WebClient(args[3]);
        client.signIn(args[4], args[5]);
        try (Connection connection = DriverManager.getConnection(args[0], args[1], args[2]);
                Statement sql = connection.createStatement()) {
            List<Long> ids = all(sql, """
                    select id from opportunity where state = 'OPEN' and approval_case_id is null and base_amount > 0
                    order by id limit %d""".formatted(WARM + records));
            long decider = all(sql, """
                    select p.id from person p join person_role r on r.person_id = p.id
                    where p.active and p.sign_in_name <> '%s' order by p.id limit 1""".formatted(args[4].replace("'", "''"))).get(0);
            String flow = client.post(FLOWS + "/new", FLOWS, """
                    name=Submitting%d&what=opportunity%%7CWIN&steps[0].key=s1&steps[0].name=Somebody&steps[0].kind=PERSON\
                    &steps[0].mode=ALL&steps[0].people=%d""".formatted(System.nanoTime(), decider))
                    .orElseThrow();
            long draft = all(sql, "select id from approval_flow_version where flow_id = " + flow.replaceAll(".*/", ""))
                    .get(0);
            client.post(flow + "/activation", flow + "/activation", "version=0&draft=" + draft)
                    .orElseThrow();
            System.out.println(
                    "load " + Files.readString(Path.of("/proc/loadavg")).strip());
            List<Double> times = new ArrayList<>();
            for (long id : ids) {
                times.add(submit(client, id));
            }
            times = new ArrayList<>(times.subList(WARM, times.size()));
            times.sort(null);
            System.out.printf(
                    "submitted: median %.0f ms, p95 %.0f ms, slowest %.0f ms%n",
                    times.get(times.size() / 2), times.get(times.size() * 95 / 100), times.get(times.size() - 1));
            System.out.println(
                    "load " + Files.readString(Path.of("/proc/loadavg")).strip());
            long open = all(
                            sql,
                            "select count(*) from approval_task where state = 'OPEN' and person_id = " + decider
                                    + " and case_id in (select approval_case_id from opportunity where id between "
                                    + ids.get(0) + " and " + ids.get(ids.size() - 1) + ")")
                    .get(0);
            System.out.println(open + " of " + ids.size() + " tasks are open");
            client.post(flow, flow + "/retirement", "");
            for (long waiting : all(sql, """
                    select c.id from approval_case c where c.state = 'RUNNING' and c.subject_type = 'opportunity'""")) {
                client.post("/approvals/cases/" + waiting, "/approvals/cases/" + waiting + "/recall", "");
            }
        }
    }

    /** Milliseconds from the form's being sent to the answer, when the task is written. */
    private static double submit(WebClient client, long id) throws IOException, InterruptedException {
        String page = "/sales/opportunities/" + id + "/win";
        String action = WebClient.encoded("{\"amount\":1000,\"closedOn\":\"" + LocalDate.now() + "\"}");
        return client.timed(
                page,
                "/approvals/submissions",
                "type=opportunity&id=" + id + "&kind=WIN&reason=Benchmark&action=" + action);
    }

    private static List<Long> all(Statement sql, String query) throws SQLException {
        List<Long> found = new ArrayList<>();
        try (ResultSet rows = sql.executeQuery(query)) {
            while (rows.next()) {
                found.add(rows.getLong(1));
            }
        }
        return found;
    }
}
