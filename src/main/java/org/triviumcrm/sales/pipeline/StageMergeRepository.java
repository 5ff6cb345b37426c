package org.triviumcrm.sales.pipeline;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.triviumcrm.shared.exchange.RecordWriter;

/** Makes one stage of two of the same pipeline, as if they had never been told apart: opportunities, what happened, and where they were lost. */
@Repository
class StageMergeRepository {

    /** Steps that were from one to the other. */
    private static final String BETWEEN =
            "unnest(cast(:between as bigint[])) b (id) join stage_change s on s.id = b.id";

    /** The next step of the same opportunity that leads somewhere else. */
    private static final String NEXT = """
            select n.id from stage_change n
            where n.opportunity_id = s.opportunity_id and (n.at, n.id) > (s.at, s.id) and n.id <> all(cast(:between as bigint[]))
            order by n.at, n.id limit 1""";

    private final JdbcClient database;
    private final RecordWriter records;
    private final Clock clock;

    StageMergeRepository(JdbcClient database, RecordWriter records, Clock clock) {
        this.database = database;
        this.records = records;
        this.clock = clock;
    }

    /** The first one goes on in the other one; what holds the database back is to be let by before. */
    void merge(long from, long into, long personId) {
        Instant now = clock.instant();
        mergeSteps(from, into);
        database.sql("update opportunity set lost_stage_id = :into where lost_stage_id = :from")
                .param("from", from)
                .param("into", into)
                .update();
        List<Long> moved = database.sql(
                        "update opportunity set stage_id = :into, version = version + 1, updated_at = :now where stage_id = :from returning id")
                .param("from", from)
                .param("into", into)
                .param("now", now.atOffset(ZoneOffset.UTC))
                .query(Long.class)
                .list();
        if (!moved.isEmpty()) {
            records.history("opportunity", moved, 1, records.revision(now, personId, "sales.stage.history.merged"));
        }
    }

    /** A step from one to the other is none any more: the stay before it and the stay after it are one. */
    private void mergeSteps(long from, long into) {
        Long[] between = database.sql(
                        "select id from stage_change where from_stage_id = :from and to_stage_id = :into or from_stage_id = :into and to_stage_id = :from")
                .param("from", from)
                .param("into", into)
                .query(Long.class)
                .list()
                .toArray(Long[]::new);
        if (between.length > 0) {
            database.sql("update stage_change c set stayed_seconds = c.stayed_seconds + x.seconds from (select ("
                            + NEXT + ") as id, sum(s.stayed_seconds) as seconds from " + BETWEEN
                            + " group by 1) x where c.id = x.id")
                    .param("between", between)
                    .update();
            database.sql("""
                            update opportunity o set stage_entered_at = o.stage_entered_at - x.seconds * interval '1 second'
                            from (select s.opportunity_id, sum(s.stayed_seconds) as seconds from %s
                                  where not exists (%s) group by 1) x
                            where o.id = x.opportunity_id and o.stage_id in (:from, :into)""".formatted(BETWEEN, NEXT))
                    .param("between", between)
                    .param("from", from)
                    .param("into", into)
                    .update();
            database.sql("delete from stage_change where id = any(:between)")
                    .param("between", between)
                    .update();
        }
        database.sql("""
                        update stage_change
                        set from_stage_id = case from_stage_id when :from then :into else from_stage_id end,
                            to_stage_id = case to_stage_id when :from then :into else to_stage_id end
                        where from_stage_id = :from or to_stage_id = :from""").param("from", from).param("into", into).update();
    }
}
