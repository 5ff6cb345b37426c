package org.triviumcrm.approval.dossier;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.triviumcrm.approval.SubjectState;

/** Cases in the database. */
@Repository
class CaseRepository {

    private static final String READ = "select * from approval_case where id = :id";

    private final JdbcClient jdbc;
    private final Clock clock;

    CaseRepository(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    Optional<ApprovalCase> find(long id) {
        return jdbc.sql(READ).param("id", id).query(CaseRepository::read).optional();
    }

    /** Everybody who moves a case waits here for each other. */
    Optional<ApprovalCase> lock(long id) {
        return jdbc.sql(READ + " for update")
                .param("id", id)
                .query(CaseRepository::read)
                .optional();
    }

    /** The case that a record waits for. */
    Optional<ApprovalCase> open(String type, long subjectId) {
        return jdbc.sql("""
                select * from approval_case
                where subject_type = :type and subject_id = :subject and state in ('RUNNING', 'RETURNED')""")
                .param("type", type)
                .param("subject", subjectId)
                .query(CaseRepository::read)
                .optional();
    }

    /** The cases that some records wait for, by the id of the record. */
    Map<Long, Long> open(String type, List<Long> subjectIds) {
        Map<Long, Long> open = new HashMap<>();
        jdbc.sql("""
                select subject_id, id from approval_case
                where subject_type = :type and subject_id = any(:subjects) and state in ('RUNNING', 'RETURNED')""")
                .param("type", type)
                .param("subjects", subjectIds.toArray(new Long[0]))
                .query(row -> {
                    open.put(row.getLong("subject_id"), row.getLong("id"));
                });
        return open;
    }

    /** Whether a person is or was asked, did something with it, or got a copy. */
    boolean isInvolved(long id, long personId) {
        return jdbc.sql("""
                select exists (select 1 from approval_task
                               where case_id = :id and :person in (person_id, former_person_id, decided_by))
                    or exists (select 1 from approval_copy where case_id = :id and person_id = :person)
                    or exists (select 1 from approval_trail where case_id = :id and :person in (person_id, for_person_id))""")
                .param("id", id)
                .param("person", personId)
                .query(Boolean.class)
                .single();
    }

    long insert(NewCase added) {
        SubjectState after = added.submission().proposal().after();
        return jdbc.sql("""
                insert into approval_case (flow_version_id, subject_type, subject_id, trigger_key, target, title, url, amount,
                    currency, submitter_id, owner_id, team_id, state, facts, snapshot, action_kind, action, fingerprint,
                    chosen, submitted_at)
                values (:version, :type, :subject, :trigger, :target, :title, :url, :amount, :currency, :submitter, :owner, :team,
                    'RUNNING', :facts::jsonb, :snapshot::jsonb, :kind, :action::jsonb, :fingerprint, :chosen::jsonb, :now)
                returning id""")
                .param("version", added.flowVersionId())
                .param("type", added.submission().proposal().type())
                .param("subject", added.subjectId())
                .param("trigger", added.submission().proposal().trigger())
                .param("target", added.submission().proposal().target(), Types.BIGINT)
                .param("title", after.title())
                .param("url", after.url())
                .param("amount", after.amount(), Types.NUMERIC)
                .param("currency", after.currency(), Types.VARCHAR)
                .param("submitter", added.submitterId())
                .param("owner", after.ownerId(), Types.BIGINT)
                .param("team", after.teamId(), Types.BIGINT)
                .param("facts", added.facts())
                .param("snapshot", added.snapshot())
                .param("kind", added.submission().action().kind())
                .param("action", added.submission().action().json())
                .param("fingerprint", added.fingerprint())
                .param("chosen", added.chosen())
                .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                .query(Long.class)
                .single();
    }

    void runsAs(long id, String processInstanceId) {
        jdbc.sql("update approval_case set process_instance_id = :instance where id = :id")
                .param("instance", processInstanceId)
                .param("id", id)
                .update();
    }

    void end(long id, CaseState state, @Nullable String failure) {
        jdbc.sql("""
                update approval_case set state = :state, failure = :failure, finished_at = :now, version = version + 1
                where id = :id""")
                .param("state", state.name())
                .param("failure", failure, Types.VARCHAR)
                .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                .param("id", id)
                .update();
    }

    /** Nothing runs any more, and the record can be changed; the case is not at its end. */
    void returned(long id) {
        jdbc.sql("""
                update approval_case set state = 'RETURNED', process_instance_id = null, failure = null, version = version + 1
                where id = :id""").param("id", id).update();
    }

    /** The next round, with what is asked for now. */
    void again(long id, NewCase round) {
        SubjectState after = round.submission().proposal().after();
        jdbc.sql("""
                update approval_case set state = 'RUNNING', round = round + 1, version = version + 1, flow_version_id = :flow,
                    title = :title, url = :url, amount = :amount, currency = :currency, owner_id = :owner, team_id = :team,
                    facts = :facts::jsonb, snapshot = :snapshot::jsonb, action_kind = :kind, action = :action::jsonb,
                    fingerprint = :fingerprint, chosen = :chosen::jsonb
                where id = :id""")
                .param("flow", round.flowVersionId())
                .param("title", after.title())
                .param("url", after.url())
                .param("amount", after.amount(), Types.NUMERIC)
                .param("currency", after.currency(), Types.VARCHAR)
                .param("owner", after.ownerId(), Types.BIGINT)
                .param("team", after.teamId(), Types.BIGINT)
                .param("facts", round.facts())
                .param("snapshot", round.snapshot())
                .param("kind", round.submission().action().kind())
                .param("action", round.submission().action().json())
                .param("fingerprint", round.fingerprint())
                .param("chosen", round.chosen())
                .param("id", id)
                .update();
    }

    /** Carrying it out has failed: when it is approved again, it is not tried again. Nothing happens when it is not running. */
    void noteFailure(long id, String reason) {
        jdbc.sql("update approval_case set failure = :reason where id = :id and state = 'RUNNING'")
                .param("reason", reason)
                .param("id", id)
                .update();
    }

    /** What the database would only check at the end of the transaction is checked now. */
    void checkConstraints() {
        jdbc.sql("set constraints all immediate").update();
    }

    private static ApprovalCase read(ResultSet row, int number) throws SQLException {
        return new ApprovalCase(
                row.getLong("id"),
                row.getLong("flow_version_id"),
                row.getString("subject_type"),
                row.getLong("subject_id"),
                row.getString("trigger_key"),
                row.getObject("target", Long.class),
                row.getString("title"),
                row.getBigDecimal("amount"),
                row.getString("currency"),
                row.getLong("submitter_id"),
                row.getObject("team_id", Long.class),
                CaseState.valueOf(row.getString("state")),
                row.getInt("round"),
                row.getString("process_instance_id"),
                row.getString("facts"),
                row.getString("action_kind"),
                row.getString("action"),
                row.getString("fingerprint"),
                row.getString("chosen"),
                row.getString("failure"),
                row.getInt("version"));
    }
}
