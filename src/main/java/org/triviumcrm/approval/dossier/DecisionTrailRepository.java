package org.triviumcrm.approval.dossier;

import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.triviumcrm.approval.ApprovalTrail;

/** Reads decisions by the record that they are about. */
@Repository
class DecisionTrailRepository implements ApprovalTrail {

    private final JdbcClient jdbc;

    DecisionTrailRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public List<Decision> of(String subjectType, long subjectId) {
        return jdbc.sql("""
                        select t.closed_at as at, t.step_name as step, p.name as person, t.state as kind, t.comment as remark
                        from approval_case c
                        join approval_task t on t.case_id = c.id and t.state in ('APPROVED', 'REJECTED', 'RETURNED')
                        join person p on p.id = coalesce(t.decided_by, t.person_id)
                        where c.subject_type = :type and c.subject_id = :id
                        order by t.closed_at, t.id""")
                .param("type", subjectType)
                .param("id", subjectId)
                .query(Decision.class)
                .list();
    }
}
