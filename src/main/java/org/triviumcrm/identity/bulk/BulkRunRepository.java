package org.triviumcrm.identity.bulk;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.triviumcrm.shared.database.ManyRows;
import org.triviumcrm.shared.list.MatchingRows;

/** Runs: begun, found again, counted. */
@Repository
class BulkRunRepository {

    private static final String RUNS = """
            select r.id, r.record_type, r.action, r.input::text as input, r.target, r.person_id, r.state, r.total, r.done, r.refused,
                   r.returned, r.created_at
            from bulk_run r
            """;

    private final JdbcClient database;
    private final ManyRows many;

    BulkRunRepository(JdbcClient database, ManyRows many) {
        this.database = database;
        this.many = many;
    }

    /** What would be worked on: counted to the end, and the first ones by key. */
    BulkQuestion question(String type, MatchingRows rows, int first) {
        long count = database.sql("select count(*) from (" + rows.sql() + ") chosen")
                .params(rows.parameters())
                .query(Long.class)
                .single();
        List<BulkQuestion.Row> some = database.sql("select r.id, r.name, w.name as owner from " + type
                        + " r left join person w on w.id = r.owner_id where r.id in (" + rows.sql()
                        + ") order by r.id limit " + first)
                .params(rows.parameters())
                .query(BulkQuestion.Row.class)
                .list();
        return new BulkQuestion(rows.list(), count, some);
    }

    /** Begins a run over these rows as they are now. @param input as JSON */
    BulkRun create(
            String type,
            String action,
            String input,
            @Nullable String target,
            MatchingRows rows,
            long personId,
            Instant now) {
        long id = database.sql("""
                        insert into bulk_run (id, record_type, action, input, target, person_id, state, created_at, updated_at)
                        values (nextval('bulk_run_seq'), :type, :action, :input::jsonb, :target, :person, 'RUNNING', :now, :now)
                        returning id""")
                .param("type", type)
                .param("action", action)
                .param("input", input)
                .param("target", target)
                .param("person", personId)
                .param("now", time(now))
                .query(Long.class)
                .single();
        int total = many.write(() -> database.sql("insert into bulk_row (run_id, record_id) select " + id
                        + ", chosen.id from (" + rows.sql() + ") chosen (id)")
                .params(rows.parameters())
                .update());
        database.sql("update bulk_run set total = :total where id = :id")
                .param("total", total)
                .param("id", id)
                .update();
        return find(id).orElseThrow();
    }

    /** Forgets one without records. */
    void drop(long id) {
        database.sql("delete from bulk_run where id = :id").param("id", id).update();
    }

    Optional<BulkRun> find(long id) {
        return database.sql(RUNS + "where r.id = :id")
                .param("id", id)
                .query(BulkRun.class)
                .optional();
    }

    /** Somebody's own, the latest first. */
    List<BulkRun> latest(long personId, int size) {
        return database.sql(RUNS + "where r.person_id = :person order by r.created_at desc, r.id desc limit :size")
                .param("person", personId)
                .param("size", size)
                .query(BulkRun.class)
                .list();
    }

    /** For a step: nobody else works on it until the transaction ends. */
    Optional<BulkRun> lock(long id) {
        database.sql("select 1 from bulk_run where id = :id for update")
                .param("id", id)
                .query(Integer.class)
                .optional();
        return find(id);
    }

    /** Adds to the figures after a step. */
    void count(long id, int done, int refused, int returned, Instant now) {
        database.sql("""
                        update bulk_run set done = done + :done, refused = refused + :refused, returned = returned + :returned,
                               updated_at = :now where id = :id
                        """)
                .param("done", done)
                .param("refused", refused)
                .param("returned", returned)
                .param("now", time(now))
                .param("id", id)
                .update();
    }

    void move(long id, BulkState to, Instant now) {
        database.sql("update bulk_run set state = :state, updated_at = :now where id = :id")
                .param("state", to.name())
                .param("now", time(now))
                .param("id", id)
                .update();
    }

    static OffsetDateTime time(Instant at) {
        return at.atOffset(ZoneOffset.UTC);
    }
}
