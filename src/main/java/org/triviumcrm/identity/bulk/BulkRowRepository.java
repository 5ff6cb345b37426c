package org.triviumcrm.identity.bulk;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.triviumcrm.identity.BulkRefusal;
import org.triviumcrm.identity.Scope;

/** The records of a run, and what became of each. */
@Repository
class BulkRowRepository {

    private final JdbcClient database;

    BulkRowRepository(JdbcClient database) {
        this.database = database;
    }

    /** The next ones to work on, in the order of their keys; waits for those that another transaction has before its eyes. */
    List<Long> next(BulkRun run, int size) {
        return next(run, size, "");
    }

    /** The same of those that no other transaction has before its eyes. */
    List<Long> free(BulkRun run, int size) {
        return next(run, size, " skip locked");
    }

    private List<Long> next(BulkRun run, int size, String others) {
        String wanted = run.state() == BulkState.UNDOING ? "outcome = 'DONE'" : "outcome is null";
        return database.sql("select record_id from bulk_row where run_id = :run and " + wanted
                        + " order by record_id limit :size for update" + others)
                .param("run", run.id())
                .param("size", size)
                .query(Long.class)
                .list();
    }

    /** Notes what became of the records of a step. @param outcome of those that were not refused */
    void settle(long run, List<Long> ids, String outcome, Map<Long, BulkRefusal> refused) {
        Long[] refusedIds = new Long[refused.size()];
        String[] reasons = new String[refused.size()];
        @Nullable String[] arguments = new String[refused.size()];
        int at = 0;
        for (Map.Entry<Long, BulkRefusal> one : refused.entrySet()) {
            refusedIds[at] = one.getKey();
            reasons[at] = one.getValue().reason();
            arguments[at++] = one.getValue().argument();
        }
        database.sql("""
                        update bulk_row r set reason = u.reason, reason_argument = u.argument,
                               outcome = case when u.reason is null then :outcome else 'REFUSED' end
                        from unnest(:ids::bigint[]) i (id)
                        left join unnest(:refused::bigint[], :reasons::text[], :arguments::text[]) u (id, reason, argument)
                          on u.id = i.id
                        where r.run_id = :run and r.record_id = i.id
                        """)
                .param("run", run)
                .param("ids", ids.toArray(Long[]::new))
                .param("outcome", outcome)
                .param("refused", refusedIds)
                .param("reasons", reasons)
                .param("arguments", arguments)
                .update();
    }

    /** How many were refused, by reason, the most frequent first. */
    List<BulkResult.Reason> reasons(long run, int size) {
        return database.sql("""
                        select reason, reason_argument as argument, count(*) as count from bulk_row
                        where run_id = :run and outcome = 'REFUSED'
                        group by reason, reason_argument order by count(*) desc, reason limit :size
                        """)
                .param("run", run)
                .param("size", size)
                .query(BulkResult.Reason.class)
                .list();
    }

    /** Records with this outcome, by key; without a name when the reader does not see them any more. */
    List<BulkResult.Row> rows(BulkRun run, String outcome, @Nullable Long after, Scope scope, int size) {
        return database.sql("""
                        select r.record_id as id, t.name, r.reason, r.reason_argument as argument from bulk_row r
                        left join %s t on t.id = r.record_id and %s
                        where r.run_id = :run and r.outcome = :outcome and r.record_id > :after
                        order by r.record_id limit :size
                        """.formatted(run.recordType(), scope.sql("t")))
                .params(scope.parameters())
                .param("run", run.id())
                .param("outcome", outcome)
                .param("after", after == null ? 0 : after)
                .param("size", size)
                .query(BulkResult.Row.class)
                .list();
    }
}
