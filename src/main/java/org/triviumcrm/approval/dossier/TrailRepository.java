package org.triviumcrm.approval.dossier;

import java.sql.Types;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.triviumcrm.approval.WaitingCase;

/** What happened to cases; only ever added to. */
@Repository
class TrailRepository {

    /** What can happen. */
    enum Kind {
        SUBMITTED,
        /** By the flow, one row for each who was asked. */
        ASKED,
        APPROVED,
        REJECTED,
        RETURNED,
        RESUBMITTED,
        RECALLED,
        DELEGATED,
        GIVEN_BACK,
        ADDED,
        COPIED,
        /** By the rules, for who is away or has left: who decides now, in whose place. */
        REPLACED,
        /** By somebody who looks after cases that are stuck: who did it, and whom. */
        REASSIGNED,
        COMMENTED,
        ATTACHED,
        PASSED_OVER,
        NOBODY_FOUND,
        /** Nobody is above those who are late: it stays with them. */
        NOBODY_ABOVE,
        REMINDED,
        EXPIRED,
        CASE_APPROVED,
        CASE_REJECTED,
        /** Approved, but it could not be done; the text is the message key of the reason. */
        FAILED
    }

    private final JdbcClient jdbc;
    private final Clock clock;

    TrailRepository(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** Of the case as a whole. @param person null for the flow itself */
    void add(ApprovalCase about, Kind kind, @Nullable Long person, @Nullable String step, @Nullable String text) {
        insert(about, null, kind, person, null, step, text, null);
    }

    /** Of one who was asked. @param person who did it */
    void add(ApprovalCase about, CaseTask task, Kind kind, long person, @Nullable String text) {
        Long lay = task.openedAt() == null
                ? null
                : Math.max(0, Duration.between(task.openedAt(), clock.instant()).toSeconds());
        insert(about, task.id(), kind, person, task.formerPersonId(), task.stepName(), text, lay);
    }

    /** Of somebody whom the flow asks. */
    void asked(ApprovalCase about, long task, long person, String step) {
        insert(about, task, Kind.ASKED, null, person, step, null, null);
    }

    /** Of somebody whom another brought in. */
    void add(ApprovalCase about, Kind kind, long person, long other, @Nullable CaseTask task, @Nullable String text) {
        insert(
                about,
                task == null ? null : task.id(),
                kind,
                person,
                other,
                task == null ? null : task.stepName(),
                text,
                null);
    }

    /** What rejected a case. @param person null when it was the flow itself */
    record Rejection(
            Kind kind, @Nullable String person, @Nullable String text) {}

    /** In this round; null when nothing did. */
    @Nullable
    Rejection rejection(ApprovalCase about) {
        return jdbc.sql("""
                select t.kind, p.name as person, t.text from approval_trail t left join person p on p.id = t.person_id
                where t.case_id = :case and t.round = :round and t.kind in ('REJECTED', 'EXPIRED', 'NOBODY_FOUND')
                order by t.at desc, t.id desc limit 1""")
                .param("case", about.id())
                .param("round", about.round())
                .query(Rejection.class)
                .optional()
                .orElse(null);
    }

    /** What was said when the case was returned in this round. */
    WaitingCase.@Nullable Remark remark(ApprovalCase about) {
        return jdbc.sql("""
                select p.name as by, t.text from approval_trail t join person p on p.id = t.person_id
                where t.case_id = :case and t.round = :round and t.kind = 'RETURNED' order by t.at desc, t.id desc limit 1""")
                .param("case", about.id())
                .param("round", about.round())
                .query(WaitingCase.Remark.class)
                .optional()
                .orElse(null);
    }

    private void insert(
            ApprovalCase about,
            @Nullable Long task,
            Kind kind,
            @Nullable Long person,
            @Nullable Long instead,
            @Nullable String step,
            @Nullable String text,
            @Nullable Long seconds) {
        jdbc.sql("""
                insert into approval_trail (case_id, task_id, round, at, person_id, for_person_id, kind, step_name, text, seconds)
                values (:case, :task, :round, :now, :person, :instead, :kind, :step, :text, :seconds)""")
                .param("case", about.id())
                .param("task", task, Types.BIGINT)
                .param("round", about.round())
                .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                .param("person", person, Types.BIGINT)
                .param("instead", instead, Types.BIGINT)
                .param("kind", kind.name())
                .param("step", step, Types.VARCHAR)
                .param("text", text, Types.VARCHAR)
                .param("seconds", seconds, Types.BIGINT)
                .update();
    }
}
