package org.triviumcrm.approval.dossier;

import java.time.Clock;
import java.time.ZoneOffset;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Who reads a case without being asked. */
@Repository
class CopyRepository {

    private final JdbcClient jdbc;
    private final Clock clock;

    CopyRepository(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** @return whether the person had none yet */
    boolean add(long caseId, long personId) {
        return jdbc.sql("""
                insert into approval_copy (case_id, person_id, at) values (:case, :person, :now)
                on conflict (case_id, person_id) do nothing""")
                        .param("case", caseId)
                        .param("person", personId)
                        .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                        .update()
                > 0;
    }

    /** The person has opened it. @return whether for the first time */
    boolean see(long caseId, long personId) {
        return jdbc.sql("""
                update approval_copy set seen_at = :now where case_id = :case and person_id = :person and seen_at is null""")
                        .param("case", caseId)
                        .param("person", personId)
                        .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                        .update()
                > 0;
    }
}
