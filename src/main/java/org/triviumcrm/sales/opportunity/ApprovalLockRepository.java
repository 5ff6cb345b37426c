package org.triviumcrm.sales.opportunity;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.triviumcrm.shared.web.Option;

/** Which opportunities wait for an approval, and what conditions about opportunities may name. */
@Repository
class ApprovalLockRepository {

    private final JdbcClient database;

    ApprovalLockRepository(JdbcClient database) {
        this.database = database;
    }

    void lock(long id, long caseId) {
        database.sql("update opportunity set approval_case_id = :case where id = :id")
                .param("case", caseId)
                .param("id", id)
                .update();
    }

    void unlock(long id, long caseId) {
        database.sql("update opportunity set approval_case_id = null where id = :id and approval_case_id = :case")
                .param("case", caseId)
                .param("id", id)
                .update();
    }

    /** Those of many that wait, and for which case; all of them stay as they are until the transaction ends. */
    Map<Long, Long> locked(Collection<Long> ids) {
        Map<Long, Long> locked = new HashMap<>();
        database.sql("select id, approval_case_id from opportunity where id = any(:ids) order by id for update")
                .param("ids", ids.toArray(new Long[0]))
                .query(row -> {
                    long caseId = row.getLong(2);
                    if (!row.wasNull()) {
                        locked.put(row.getLong(1), caseId);
                    }
                });
        return locked;
    }

    /** Those of many that are in a pool. */
    List<Long> pooled(Collection<Long> ids) {
        return database.sql("select id from opportunity where id = any(:ids) and state = 'POOLED'")
                .param("ids", ids.toArray(new Long[0]))
                .query(Long.class)
                .list();
    }

    List<Option> pipelines() {
        return options("select id, name from pipeline where active order by position, id");
    }

    /** Open ones, each after its pipeline where there are several. */
    List<Option> stages() {
        return options("""
                select s.id, case when (select count(*) from pipeline where active) > 1
                             then p.name || ' · ' || s.name else s.name end
                from stage s join pipeline p on p.id = s.pipeline_id
                where s.kind = 'OPEN' and p.active order by p.position, p.id, s.position""");
    }

    private List<Option> options(String sql) {
        return database.sql(sql)
                .query((row, number) -> new Option(row.getLong(1), row.getString(2)))
                .list();
    }
}
