package org.triviumcrm.benchmark;

import java.io.IOException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;

/**
 * The hardest inbox: one person is asked in 5,000 open cases, has decided 100,000 that are finished, has submitted all of them and has a
 * copy of each. Fills them in once, then asks for each tab as the lists offer it, one page after the other, and says how long the
 * answers took.
 *
 * <p>Arguments: JDBC URL, its user and password, address of the application, sign-in name and password of the person, and optionally
 * how often each page is asked for (100).
 */
public final class MeasureInbox {

    private static final List<String> PAGES = List.of(
            "/approvals",
            "/approvals?sort=since",
            "/approvals?sort=-amount",
            "/approvals?sort=due",
            "/approvals?f.title.contains=crane",
            "/approvals?f.amount=500000..600000",
            "/approvals?f.since=last-30-days",
            "/approvals/done",
            "/approvals/done?sort=decided",
            "/approvals/done?f.decision=REJECTED",
            "/approvals/done?f.title.contains=crane",
            "/approvals/done?f.decided=last-30-days",
            "/approvals/mine",
            "/approvals/mine?f.state=RUNNING",
            "/approvals/mine?f.title.contains=crane",
            "/approvals/copies",
            "/approvals/copies?f.state=RUNNING",
            "/approvals/copies?f.title.contains=crane");

    private MeasureInbox() {}

    public static void main(String[] args) throws SQLException, IOException, InterruptedException {
        try (Connection connection = DriverManager.getConnection(args[0], args[1], args[2]);
                Statement sql = connection.createStatement()) {
            fill(sql, args[4]);
        }
        WebClient client = new WebClient(args[3]);
        client.signIn(args[4], args[5]);
        int rounds = args.length > 6 ? Integer.parseInt(args[6]) : 100;
        PageTimes.say(client, PAGES, rounds);
    }

    private static void fill(Statement sql, String name) throws SQLException {
        sql.execute("""
                insert into approval_flow (id, name, subject_type, trigger_key, position, created_at, updated_at)
                values (-1, 'Benchmark', 'benchmark', 'NONE', 1000, now(), now()) on conflict do nothing""");
        sql.execute("""
                insert into approval_flow_version (id, flow_id, number, state, definition, process_definition_id, activated_at, retired_at,
                    created_at, updated_at)
                values (-1, -1, 1, 'RETIRED', '{}', 'none', now(), now(), now(), now()) on conflict do nothing""");
        int filled = sql.executeUpdate("""
                insert into approval_case (flow_version_id, subject_type, subject_id, trigger_key, title, url, amount, currency, submitter_id,
                    state, facts, snapshot, action_kind, action, fingerprint, submitted_at, finished_at)
                select -1, 'benchmark', n, 'NONE',
                    (array['Harbour', 'Mill', 'River', 'Station', '浦东'])[1 + n % 5] || ' ' ||
                        (array['crane', 'press', 'pump', 'turbine', '起重机', 'lamp', 'switch'])[1 + n % 7] || ' ' || n,
                    '/', 1000 + n * 7919 % 1000000, 'EUR', p.id, case when n <= 5000 then 'RUNNING' when n % 9 = 0 then 'REJECTED' else 'APPROVED' end,
                    '{}', '{"lines":[]}', 'none', '{}', 'x', now() - n * interval '7 minutes',
                    case when n > 5000 then now() - n * interval '6 minutes' end
                from generate_series(1, 105000) n, person p
                where p.sign_in_name = '{name}' and not exists (select 1 from approval_case where flow_version_id = -1)""".replace("{name}", name.replace("'", "''")));
        if (filled == 0) {
            return;
        }
        sql.execute("""
                insert into approval_task (case_id, round, step_key, step_name, ordinal, person_id, cause, state, opened_at, due_at, closed_at,
                    decided_by, comment, title, subject_type, amount, currency, submitter_id)
                select id, 1, 's1', 'Team manager', 0, submitter_id, 'ASSIGNED', case state when 'RUNNING' then 'OPEN' else state end,
                    submitted_at, submitted_at + interval '3 days', finished_at, case when finished_at is not null then submitter_id end,
                    case when finished_at is not null then 'As we said last week' end, title, subject_type, amount, currency, submitter_id
                from approval_case where flow_version_id = -1""");
        sql.execute("""
                insert into approval_copy (case_id, person_id, at)
                select id, submitter_id, submitted_at from approval_case where flow_version_id = -1""");
        sql.execute("vacuum (analyze) approval_case, approval_task, approval_copy");
    }
}
