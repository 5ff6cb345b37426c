package org.triviumcrm.customer.segment;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.triviumcrm.identity.Viewer;
import org.triviumcrm.shared.condition.ConditionSql;
import org.triviumcrm.shared.list.RowScope;

/** Who belongs to segments, and since when; who did, and until when. */
@Repository
class SegmentMemberRepository {

    private final JdbcClient database;

    SegmentMemberRepository(JdbcClient database) {
        this.database = database;
    }

    /** A customer on a segment's page. */
    record Member(
            long id,
            String name,
            @Nullable String industry,
            @Nullable String owner,
            Instant since) {}

    /** Has everybody looked at anew, by whichever node comes first. */
    void due(long segmentId) {
        database.sql(
                        "insert into segment_state (segment_id, due) values (:id, true) on conflict (segment_id) do update set due = true")
                .param("id", segmentId)
                .update();
    }

    /** The next one to look at, held until the end of the transaction; none where others are at it. */
    Optional<Long> take(Instant before) {
        return database.sql("""
                        select s.segment_id from segment_state s where s.due or s.refreshed_at is null or s.refreshed_at < :before
                        order by not s.due, s.refreshed_at nulls first limit 1 for update skip locked""")
                .param("before", before.atOffset(ZoneOffset.UTC))
                .query(Long.class)
                .optional();
    }

    /**
     * Writes who has come and who has gone; who stays is not written again.
     *
     * @return how many belong to it now
     */
    long refresh(long segmentId, ConditionSql.Matching matching, Instant now) {
        database.sql("set local statement_timeout = '10min'").update();
        database.sql("set local work_mem = '64MB'").update();
        database.sql("with fit as materialized (" + matching.ids() + ")"
                        + " update segment_member m set until = :now where m.segment_id = :segment and m.until is null"
                        + " and not exists (select 1 from fit f where f.id = m.customer_id)")
                .params(matching.parameters())
                .param("segment", segmentId)
                .param("now", now.atOffset(ZoneOffset.UTC))
                .update();
        database.sql(
                        "with fit as materialized (" + matching.ids() + ")"
                                + " insert into segment_member (segment_id, customer_id, since) select :segment, f.id, :now from fit f"
                                + " where not exists (select 1 from segment_member m where m.segment_id = :segment and m.customer_id = f.id and m.until is null)")
                .params(matching.parameters())
                .param("segment", segmentId)
                .param("now", now.atOffset(ZoneOffset.UTC))
                .update();
        return database.sql("select count(*) from segment_member where segment_id = :segment and until is null")
                .param("segment", segmentId)
                .query(Long.class)
                .single();
    }

    /** @param problem message key of why nobody could be looked at; null when they were */
    void done(long segmentId, long members, @Nullable String problem, Instant now) {
        database.sql("""
                        update segment_state set due = false, refreshed_at = :now, problem = cast(:problem as text),
                            members = case when cast(:problem as text) is null then :members else members end
                        where segment_id = :id""")
                .param("id", segmentId)
                .param("now", now.atOffset(ZoneOffset.UTC))
                .param("members", members)
                .param("problem", problem)
                .update();
    }

    /** How it stands; empty before it was ever looked at. */
    Optional<SegmentState> state(long segmentId, Instant lately) {
        return database.sql("""
                        select s.members, s.refreshed_at, s.due, s.problem,
                            (select count(*) from segment_member m where m.segment_id = s.segment_id and m.until is null and m.since >= :lately) as come,
                            (select count(*) from segment_member m where m.segment_id = s.segment_id and m.until >= :lately) as gone
                        from segment_state s where s.segment_id = :id""")
                .param("id", segmentId)
                .param("lately", lately.atOffset(ZoneOffset.UTC))
                .query(SegmentState.class)
                .optional();
    }

    /** Those who came last, of those whom the viewer sees. */
    List<Member> latest(Viewer viewer, long segmentId, int many) {
        RowScope scope = viewer.scope("customer");
        return database.sql(
                        "select c.id, c.name, c.industry, owner.name as owner, m.since from segment_member m join customer c on c.id = m.customer_id"
                                + " left join person owner on owner.id = c.owner_id where m.segment_id = :segment and m.until is null and "
                                + scope.sql("c") + " order by m.since desc, m.customer_id desc limit :many")
                .param("segment", segmentId)
                .param("many", many)
                .params(scope.parameters())
                .query(Member.class)
                .list();
    }

    /** The names of the segments that a customer belongs to, by id. */
    List<SegmentName> of(long customerId) {
        return database.sql("""
                        select s.id, s.name from segment_member m join segment s on s.id = m.segment_id
                        where m.customer_id = :id and m.until is null order by s.name, s.id""")
                .param("id", customerId)
                .query(SegmentName.class)
                .list();
    }

    /** A segment as pages name it. */
    record SegmentName(long id, String name) {}

    /** Forgets who left before. */
    int forget(Instant before) {
        return database.sql("delete from segment_member where until < :before")
                .param("before", before.atOffset(ZoneOffset.UTC))
                .update();
    }
}
