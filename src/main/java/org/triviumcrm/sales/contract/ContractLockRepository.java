package org.triviumcrm.sales.contract;

import java.time.Instant;
import java.time.ZoneOffset;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Which case holds a contract. */
@Repository
class ContractLockRepository {

    private final JdbcClient database;

    ContractLockRepository(JdbcClient database) {
        this.database = database;
    }

    /** A case takes hold of it: nothing changes about it until that is decided. */
    void lock(long id, long caseId, Instant now) {
        hold("""
                update contract set approval_case_id = :case, state = case state when 'DRAFT' then 'SUBMITTED' else state end,
                    state_since = case state when 'DRAFT' then :now else state_since end
                where id = :id""", id, caseId, now);
    }

    /** The case lets go of it; what was submitted and not approved is a draft again. */
    void unlock(long id, long caseId, Instant now) {
        hold("""
                update contract set approval_case_id = null, state = case state when 'SUBMITTED' then 'DRAFT' else state end,
                    state_since = case state when 'SUBMITTED' then :now else state_since end
                where id = :id and approval_case_id = :case""", id, caseId, now);
    }

    private void hold(String sql, long id, long caseId, Instant now) {
        database.sql(sql)
                .param("case", caseId)
                .param("id", id)
                .param("now", now.atOffset(ZoneOffset.UTC))
                .update();
    }
}
