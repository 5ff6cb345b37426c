package org.triviumcrm.approval.dossier;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.triviumcrm.approval.rule.Seat;

/** Who is asked in a case. */
@Repository
class TaskRepository {

    private final JdbcClient jdbc;
    private final Clock clock;

    TaskRepository(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    Optional<CaseTask> find(long id) {
        return jdbc.sql("select * from approval_task where id = :id")
                .param("id", id)
                .query(TaskRepository::read)
                .optional();
    }

    /** In their order. */
    List<CaseTask> of(ApprovalCase about, String step) {
        return jdbc.sql("""
                select * from approval_task where case_id = :case and round = :round and step_key = :step
                order by ordinal, id""")
                .param("case", about.id())
                .param("round", about.round())
                .param("step", step)
                .query(TaskRepository::read)
                .list();
    }

    /**
     * Those who decide a step together, in their order: where it was escalated to nobody, so that it stays with its own people, those
     * who had decided in time as well.
     */
    List<CaseTask> together(ApprovalCase about, String step) {
        StepPlace place = StepPlace.of(step);
        List<CaseTask> asked = of(about, step);
        List<CaseTask> before = place.escalated() ? of(about, place.step()) : List.of();
        return asked.isEmpty() || before.stream().anyMatch(task -> task.state() == TaskState.EXPIRED)
                ? asked
                : Stream.concat(before.stream(), asked.stream())
                        .sorted(Comparator.comparingInt(CaseTask::ordinal))
                        .toList();
    }

    /** Who has approved in this round, in whatever step. */
    Set<Long> approvers(ApprovalCase about) {
        return Set.copyOf(jdbc.sql("""
                select distinct decided_by from approval_task
                where case_id = :case and round = :round and state = 'APPROVED'""")
                .param("case", about.id())
                .param("round", about.round())
                .query(Long.class)
                .list());
    }

    long insert(
            ApprovalCase about,
            String step,
            String name,
            int ordinal,
            Seat seat,
            String cause,
            TaskState state,
            @Nullable OffsetDateTime due) {
        OffsetDateTime now = now();
        return jdbc.sql("""
                insert into approval_task (case_id, round, step_key, step_name, ordinal, person_id, former_person_id, cause, state,
                    opened_at, due_at, closed_at, title, subject_type, amount, currency, submitter_id)
                values (:case, :round, :step, :name, :ordinal, :person, :former, :cause, :state, :opened, :due, :closed, :title,
                    :type, :amount, :currency, :submitter) returning id""")
                .param("case", about.id())
                .param("round", about.round())
                .param("step", step)
                .param("name", name)
                .param("ordinal", ordinal)
                .param("person", seat.personId())
                .param("former", seat.formerPersonId(), Types.BIGINT)
                .param("cause", cause)
                .param("state", state.name())
                .param("opened", state == TaskState.OPEN ? now : null, Types.TIMESTAMP_WITH_TIMEZONE)
                .param("due", due, Types.TIMESTAMP_WITH_TIMEZONE)
                .param("closed", state == TaskState.SKIPPED ? now : null, Types.TIMESTAMP_WITH_TIMEZONE)
                .param("title", about.title())
                .param("type", about.subjectType())
                .param("amount", about.amount(), Types.NUMERIC)
                .param("currency", about.currency(), Types.VARCHAR)
                .param("submitter", about.submitterId())
                .query(Long.class)
                .single();
    }

    void decide(long id, TaskState decision, long personId, @Nullable String comment) {
        jdbc.sql("""
                update approval_task set state = :state, decided_by = :person, comment = :comment, closed_at = :now,
                    version = version + 1
                where id = :id""")
                .param("state", decision.name())
                .param("person", personId)
                .param("comment", comment, Types.VARCHAR)
                .param("now", now())
                .param("id", id)
                .update();
    }

    void open(long id) {
        jdbc.sql("update approval_task set state = 'OPEN', opened_at = :now, version = version + 1 where id = :id")
                .param("now", now())
                .param("id", id)
                .update();
    }

    /**
     * Nobody is asked any more, in a step or, when that is null, in the whole case.
     *
     * @return who had something to decide
     */
    List<Long> close(long caseId, @Nullable String step, TaskState how) {
        return jdbc.sql("""
                with asked as (
                    select id, person_id, state from approval_task
                    where case_id = :case and state in ('OPEN', 'WAITING')
                      and (cast(:step as varchar) is null or step_key = :step)),
                closed as (
                    update approval_task t set state = case when t.state = 'WAITING' then 'CANCELLED' else :state end,
                        closed_at = :now, version = t.version + 1
                    from asked where t.id = asked.id)
                select person_id from asked where state = 'OPEN'""")
                .param("state", how.name())
                .param("now", now())
                .param("case", caseId)
                .param("step", step, Types.VARCHAR)
                .query(Long.class)
                .list();
    }

    /**
     * What was closed because its time is over is open again, under another key.
     *
     * @return who has something to decide again
     */
    List<Long> openAgain(ApprovalCase about, String step, String under) {
        return jdbc.sql("""
                with moved as (
                    update approval_task set step_key = :under, version = version + 1, closed_at = null,
                        state = case state when 'EXPIRED' then 'OPEN' else 'WAITING' end
                    where case_id = :case and round = :round and step_key = :step and state in ('EXPIRED', 'CANCELLED')
                    returning id, person_id, state)
                select person_id from moved where state = 'OPEN' order by id""")
                .param("under", under)
                .param("case", about.id())
                .param("round", about.round())
                .param("step", step)
                .query(Long.class)
                .list();
    }

    /** @return who is reminded */
    List<Long> reminded(long caseId, String step) {
        return jdbc.sql("""
                update approval_task set reminded_at = :now, version = version + 1
                where case_id = :case and step_key = :step and state = 'OPEN' returning person_id""")
                .param("now", now())
                .param("case", caseId)
                .param("step", step)
                .query(Long.class)
                .list();
    }

    /** Somebody else decides it. */
    void give(long id, long personId, @Nullable Long former, String cause) {
        jdbc.sql("""
                update approval_task set person_id = :person, former_person_id = :former, cause = :cause, version = version + 1
                where id = :id""")
                .param("person", personId)
                .param("former", former, Types.BIGINT)
                .param("cause", cause)
                .param("id", id)
                .update();
    }

    /** Makes room behind a place in the order of a step. */
    void shift(ApprovalCase about, String step, int behind) {
        jdbc.sql("""
                update approval_task set ordinal = ordinal + 1, version = version + 1
                where case_id = :case and round = :round and step_key = :step and ordinal > :behind""")
                .param("case", about.id())
                .param("round", about.round())
                .param("step", step)
                .param("behind", behind)
                .update();
    }

    /** Who has something to decide. */
    List<Long> asked(long caseId) {
        return jdbc.sql(
                        "select person_id from approval_task where case_id = :case and state = 'OPEN' order by ordinal, id")
                .param("case", caseId)
                .query(Long.class)
                .list();
    }

    private OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }

    private static CaseTask read(ResultSet row, int number) throws SQLException {
        OffsetDateTime opened = row.getObject("opened_at", OffsetDateTime.class);
        OffsetDateTime due = row.getObject("due_at", OffsetDateTime.class);
        OffsetDateTime closed = row.getObject("closed_at", OffsetDateTime.class);
        return new CaseTask(
                row.getLong("id"),
                row.getLong("case_id"),
                row.getInt("round"),
                row.getString("step_key"),
                row.getString("step_name"),
                row.getInt("ordinal"),
                row.getLong("person_id"),
                row.getObject("former_person_id", Long.class),
                row.getString("cause"),
                TaskState.valueOf(row.getString("state")),
                opened == null ? null : opened.toInstant(),
                due == null ? null : due.toInstant(),
                closed == null ? null : closed.toInstant());
    }
}
