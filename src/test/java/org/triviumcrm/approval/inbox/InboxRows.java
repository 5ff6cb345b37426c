package org.triviumcrm.approval.inbox;

import java.time.Instant;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.triviumcrm.identity.Viewer;

/** Cases and what people are asked in them, as rows: for what is only read. */
@TestComponent
public final class InboxRows {

    private final JdbcClient jdbc;

    InboxRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** One step, any one of these people decides. */
    long submitted(String title, Viewer submitter, Viewer... asked) {
        long id = jdbc.sql("""
                insert into approval_case (flow_version_id, subject_type, subject_id, trigger_key, title, url, amount, currency,
                    submitter_id, state, facts, snapshot, action_kind, action, fingerprint, submitted_at)
                values (:version, 'deal', nextval('approval_case_seq'), 'WIN', :title, '/deals/1', 750000, 'EUR', :submitter, 'RUNNING',
                    '{}', '{"lines":[]}', 'win', '{}', 'x', now())
                returning id""")
                .param("version", version())
                .param("title", title)
                .param("submitter", submitter.personId())
                .query(Long.class)
                .single();
        for (Viewer person : asked) {
            task(id, person, null, null);
        }
        return id;
    }

    long task(long caseId, Viewer asked, @Nullable Viewer former, @Nullable Instant due) {
        return jdbc.sql("""
                insert into approval_task (case_id, round, step_key, step_name, ordinal, person_id, former_person_id, cause, state,
                    opened_at, due_at, title, subject_type, amount, currency, submitter_id)
                select id, 1, 's1', 'Team manager', 0, :asked, :former, case when :former is null then 'ASSIGNED' else 'DEPUTY' end, 'OPEN',
                    now(), :due, title, subject_type, amount, currency, submitter_id
                from approval_case where id = :case
                returning id""")
                .param("case", caseId)
                .param("asked", asked.personId())
                .param("former", former == null ? null : former.personId(), java.sql.Types.BIGINT)
                .param("due", due == null ? null : due.atOffset(ZoneOffset.UTC), java.sql.Types.TIMESTAMP_WITH_TIMEZONE)
                .query(Long.class)
                .single();
    }

    /** Somebody has decided, and the case is over. */
    void decided(long caseId, Viewer asked, boolean approved, String comment) {
        jdbc.sql("""
                update approval_task set state = :state, decided_by = person_id, closed_at = now(), comment = :comment
                where case_id = :case and person_id = :asked""")
                .param("state", approved ? "APPROVED" : "REJECTED")
                .param("comment", comment)
                .param("case", caseId)
                .param("asked", asked.personId())
                .update();
        jdbc.sql("update approval_case set state = :state, finished_at = now() where id = :case")
                .param("state", approved ? "APPROVED" : "REJECTED")
                .param("case", caseId)
                .update();
    }

    void copy(long caseId, Viewer to) {
        jdbc.sql("insert into approval_copy (case_id, person_id, at) values (?, ?, now())")
                .params(caseId, to.personId())
                .update();
    }

    /** The one version of a flow that asks for nothing: rows only point to it. */
    private long version() {
        jdbc.sql("""
                insert into approval_flow (id, name, subject_type, trigger_key, position, created_at, updated_at)
                values (1, 'Flow', 'deal', 'WIN', 1, now(), now()) on conflict do nothing""").update();
        jdbc.sql("""
                insert into approval_flow_version (id, flow_id, number, state, definition, process_definition_id, activated_at,
                    created_at, updated_at)
                values (1, 1, 1, 'ACTIVE', '{}', 'p', now(), now(), now()) on conflict do nothing""").update();
        return 1;
    }
}
