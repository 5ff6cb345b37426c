package org.triviumcrm.approval.dossier;

import java.sql.Types;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.triviumcrm.approval.Proposal;

/** What approved cases let pass. */
@Repository
class ReleaseRepository {

    private static final String COVERS = """
            subject_type = :type and subject_id = :subject and trigger_key = :trigger and target is not distinct from :target
            and fingerprint = :fingerprint and used_at is null and void_at is null""";

    private final JdbcClient jdbc;
    private final Clock clock;

    ReleaseRepository(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    void add(ApprovalCase approved) {
        jdbc.sql("""
                insert into approval_release (case_id, subject_type, subject_id, trigger_key, target, fingerprint, released_at)
                values (:case, :type, :subject, :trigger, :target, :fingerprint, :now)""")
                .param("case", approved.id())
                .param("type", approved.subjectType())
                .param("subject", approved.subjectId())
                .param("trigger", approved.trigger())
                .param("target", approved.target(), Types.BIGINT)
                .param("fingerprint", approved.fingerprint())
                .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                .update();
    }

    /** Those of the records that have a release at all. */
    Set<Long> live(String type, List<Long> subjectIds) {
        return Set.copyOf(jdbc.sql("""
                select distinct subject_id from approval_release
                where subject_type = :type and subject_id = any(:subjects) and used_at is null and void_at is null""")
                .param("type", type)
                .param("subjects", subjectIds.toArray(new Long[0]))
                .query(Long.class)
                .list());
    }

    boolean covers(Proposal proposal, long subjectId, String fingerprint) {
        return bound(
                        "select exists (select 1 from approval_release where " + COVERS + ")",
                        proposal,
                        subjectId,
                        fingerprint)
                .query(Boolean.class)
                .single();
    }

    /** Uses one up. @return whether there was one */
    boolean use(Proposal proposal, long subjectId, String fingerprint) {
        return bound("update approval_release set used_at = :now where " + COVERS, proposal, subjectId, fingerprint)
                        .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                        .update()
                > 0;
    }

    private JdbcClient.StatementSpec bound(String sql, Proposal proposal, long subjectId, String fingerprint) {
        return jdbc.sql(sql)
                .param("type", proposal.type())
                .param("subject", subjectId)
                .param("trigger", proposal.trigger())
                .param("target", proposal.target(), Types.BIGINT)
                .param("fingerprint", fingerprint);
    }
}
