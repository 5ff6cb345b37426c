package org.triviumcrm.approval.absence;

import java.time.LocalDate;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What is asked of people who are away or have left. */
@Repository
class UnattendedRepository {

    private static final int MOST = 200;

    /** By the cases, so that two who go through them wait for each other instead of both for ever. */
    private static final String IN_ORDER = " order by t.case_id, t.id";

    private static final String ASKED = """
            select t.id from approval_task t join approval_case c on c.id = t.case_id and c.state = 'RUNNING'
            where t.state in ('OPEN', 'WAITING')\s""";

    /** Whose time is over, and who has nobody above to ask instead; those to whom something is escalated have no time of their own. */
    private static final String LATE =
            "right(t.step_key, 3) = '_up' and t.due_at is not null and t.cause <> 'DELEGATED'";

    private static final String AWAY =
            "select a.person_id from approval_absence a where :today between a.from_day and a.until_day";

    private final JdbcClient jdbc;

    UnattendedRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Tasks of one person. */
    List<Long> of(long personId, int most) {
        return jdbc.sql(ASKED + "and t.person_id = :person" + IN_ORDER + " limit :most")
                .param("person", personId)
                .param("most", most)
                .query(Long.class)
                .list();
    }

    /** Tasks of everybody who is away on this day or has left. */
    List<Long> on(LocalDate today) {
        return jdbc.sql(ASKED + "and (t.person_id in (" + AWAY
                        + ") or t.person_id in (select p.id from person p where not p.active))" + IN_ORDER)
                .param("today", today)
                .query(Long.class)
                .list();
    }

    /**
     * Open tasks that nobody decides at present, and cases in which nobody is asked, also as who was to change something has left;
     * the longest waiting first.
     */
    List<StuckRow> stuck(LocalDate today) {
        return jdbc.sql("""
                        select t.id as task_id, c.id as case_id, c.title, c.amount, c.currency, s.name as submitter, t.step_name,
                            p.name as person, t.opened_at as since, a.until_day as away_until,
                            case when not p.active then 'LEFT' when a.id is not null then 'AWAY' else 'LATE' end as why
                        from approval_task t join approval_case c on c.id = t.case_id and c.state = 'RUNNING'
                        join person s on s.id = c.submitter_id join person p on p.id = t.person_id
                        left join approval_absence a on a.person_id = t.person_id and :today between a.from_day and a.until_day
                        where t.state = 'OPEN' and (not p.active or a.id is not null or %s)
                        union all
                        select null, c.id, c.title, c.amount, c.currency, s.name, null, null, c.submitted_at, null, 'NOBODY'
                        from approval_case c join person s on s.id = c.submitter_id
                        where c.state = 'RUNNING'
                          and not exists (select 1 from approval_task t where t.case_id = c.id and t.state = 'OPEN')
                        union all
                        select null, c.id, c.title, c.amount, c.currency, s.name, null, s.name,
                            coalesce((select max(t.closed_at) from approval_task t where t.case_id = c.id), c.submitted_at), null,
                            'RETURNED'
                        from approval_case c join person s on s.id = c.submitter_id
                        where c.state = 'RETURNED' and not s.active
                        order by since, case_id limit :most""".formatted(LATE))
                .param("today", today)
                .param("most", MOST)
                .query(StuckRow.class)
                .list();
    }

    /** What is asked, for the page that asks whom to ask instead. */
    List<StuckRow> asked(long taskId) {
        return jdbc.sql("""
                        select t.id as task_id, c.id as case_id, c.title, c.amount, c.currency, s.name as submitter, t.step_name,
                            p.name as person, coalesce(t.opened_at, c.submitted_at) as since, cast(null as date) as away_until, 'LEFT' as why
                        from approval_task t join approval_case c on c.id = t.case_id and c.state = 'RUNNING'
                        join person s on s.id = c.submitter_id join person p on p.id = t.person_id
                        where t.id = :id and t.state in ('OPEN', 'WAITING')""").param("id", taskId).query(StuckRow.class).list();
    }
}
