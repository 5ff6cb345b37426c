package org.triviumcrm.approval.dossier;

import java.sql.Types;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.triviumcrm.approval.Proposal;

/** What approved cases let pass. */
@Repository
class ReleaseRepository {

    private static final String SAME = """
            subject_type = :type and subject_id = :subject and trigger_key = :trigger and target is not distinct from :target
            and fingerprint = :fingerprint and void_at is null""";

    private final JdbcClient jdbc;
    private final Clock clock;

    ReleaseRepository(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** One that counts. */
    record Live(
            long caseId,
            long flowVersionId,
            long subjectId,
            String trigger,
            @Nullable Long target,
            String fingerprint) {}

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
                .param("now", now())
                .update();
    }

    /** Those of some records that count: that can still be used, or that have been. */
    List<Live> standing(String type, Collection<Long> subjectIds, boolean used) {
        return jdbc.sql("""
                select r.case_id, c.flow_version_id, r.subject_id, r.trigger_key as trigger, r.target, r.fingerprint
                from approval_release r join approval_case c on c.id = r.case_id
                where r.subject_type = :type and r.subject_id = any(:subjects) and (r.used_at is not null) = :used
                  and r.void_at is null""")
                .param("used", used)
                .param("type", type)
                .param("subjects", subjectIds.toArray(new Long[0]))
                .query(Live.class)
                .list();
    }

    boolean covers(Proposal proposal, long subjectId, String fingerprint) {
        return bound(
                        "select exists (select 1 from approval_release where used_at is null and " + SAME + ")",
                        proposal,
                        subjectId,
                        fingerprint)
                .query(Boolean.class)
                .single();
    }

    /** Uses one up. @return whether there was one */
    boolean use(Proposal proposal, long subjectId, String fingerprint) {
        return bound(
                                "update approval_release set used_at = :now where used_at is null and " + SAME,
                                proposal,
                                subjectId,
                                fingerprint)
                        .param("now", now())
                        .update()
                > 0;
    }

    /** Uses up those of some cases. @return how many could be used */
    int use(Collection<Long> caseIds) {
        return jdbc.sql("""
                update approval_release set used_at = :now
                where case_id = any(:cases) and used_at is null and void_at is null""")
                .param("cases", caseIds.toArray(new Long[0]))
                .param("now", now())
                .update();
    }

    /** Those of some records count no more, used or not. */
    void revoke(String type, Collection<Long> subjectIds, String cause) {
        jdbc.sql("""
                update approval_release set void_at = :now, void_cause = :cause
                where subject_type = :type and subject_id = any(:subjects) and void_at is null""")
                .param("type", type)
                .param("subjects", subjectIds.toArray(new Long[0]))
                .param("cause", cause)
                .param("now", now())
                .update();
    }

    private JdbcClient.StatementSpec bound(String sql, Proposal proposal, long subjectId, String fingerprint) {
        return jdbc.sql(sql)
                .param("type", proposal.type())
                .param("subject", subjectId)
                .param("trigger", proposal.trigger())
                .param("target", proposal.target(), Types.BIGINT)
                .param("fingerprint", fingerprint);
    }

    private OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }
}
