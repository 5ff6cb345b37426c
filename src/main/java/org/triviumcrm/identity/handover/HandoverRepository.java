package org.triviumcrm.identity.handover;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.triviumcrm.identity.OwnedRecords;
import org.triviumcrm.identity.Scope;
import org.triviumcrm.shared.list.MatchingRows;

/** Hand-overs, and who takes over what in them. */
@Repository
class HandoverRepository {

    /** A hand-over without its shares. */
    record Head(
            long id,
            long personId,
            String person,
            long byPersonId,
            @Nullable String by,
            HandoverState state,
            Instant createdAt) {}

    private static final String HEADS = """
            select h.id, h.person_id, p.name as person, h.by_person_id, b.name as by, h.state, h.created_at
            from handover h join person p on p.id = h.person_id join person b on b.id = h.by_person_id
            """;

    private static final String SHARES = """
            select s.kind, '' as label, s.receiver_id, w.name as receiver, s.run_id, coalesce(r.total, s.count) as total,
                   coalesce(r.done, case when s.done then s.count else 0 end) as done, coalesce(r.refused, 0) as refused,
                   coalesce(r.returned, s.returned) as returned
            from handover_share s join person w on w.id = s.receiver_id left join bulk_run r on r.id = s.run_id
            where s.handover_id = :id order by s.place
            """;

    /** So often the same record is tried. */
    private static final int TRIES = 5;

    private final JdbcClient database;

    HandoverRepository(JdbcClient database) {
        this.database = database;
    }

    /** @param waiting how many of them can't change hands now, but later */
    record Count(long count, long waiting) {}

    /** How many of these the person would hand over, as far as the scope has them. */
    Count count(OwnedRecords kind, Scope scope, long personId) {
        return database.sql("select count(*) as count, count(*) filter (where " + kind.waiting() + ") as waiting from "
                        + kind.type() + " t where t.owner_id = :leaver and " + kind.leaving() + " and "
                        + scope.sql("t"))
                .params(scope.parameters())
                .param("leaver", personId)
                .query(Count.class)
                .single();
    }

    /** The last ones of people who are switched off in which something was refused. */
    List<Long> withRest() {
        return database.sql("""
                        select h.id from handover h join person p on p.id = h.person_id and not p.active
                        where h.state = 'DONE'
                          and not exists (select 1 from handover n where n.person_id = h.person_id and n.id > h.id)
                          and exists (select 1 from handover_share s join bulk_run r on r.id = s.run_id and r.refused > 0
                                      where s.handover_id = h.id)
                        order by h.id""").query(Long.class).list();
    }

    /** Something that stayed, and for whom it was meant. */
    record Rest(long id, long receiverId) {}

    /** What was refused and does not wait any more, as far as the person still has it; not for ever again. */
    List<Rest> rest(OwnedRecords kind, Handover handover, int most) {
        return database.sql("""
                        select t.id, s.receiver_id
                        from handover_share s join bulk_row b on b.run_id = s.run_id join %s t on t.id = b.record_id
                        join person w on w.id = s.receiver_id and w.active
                        where s.handover_id = :id and s.kind = :kind and t.owner_id = :leaver and %s and not (%s)
                        group by t.id, s.receiver_id
                        having count(*) < :tries and bool_and(b.outcome = 'REFUSED')
                        order by t.id limit :most""".formatted(kind.type(), kind.leaving(), kind.waiting()))
                .param("id", handover.id())
                .param("kind", kind.type())
                .param("leaver", handover.personId())
                .param("tries", TRIES)
                .param("most", most)
                .query(Rest.class)
                .list();
    }

    /** Every n-th of them, beginning with one place: what one of n receivers gets. */
    static MatchingRows share(OwnedRecords kind, Scope scope, long personId, int place, int of) {
        Map<String, Object> parameters = new HashMap<>(scope.parameters());
        parameters.put("leaver", personId);
        parameters.put("place", place);
        parameters.put("places", of);
        return new MatchingRows(
                "",
                "select x.id from (select t.id, (row_number() over (order by t.id) - 1) % :places as place from "
                        + kind.type()
                        + " t where t.owner_id = :leaver and " + kind.leaving() + " and " + scope.sql("t")
                        + ") x where x.place = :place",
                parameters);
    }

    long create(long personId, long by, Instant now) {
        return database.sql("""
                        insert into handover (id, person_id, by_person_id, state, created_at, updated_at)
                        values (nextval('handover_seq'), :person, :by, 'RUNNING', :now, :now) returning id""")
                .param("person", personId)
                .param("by", by)
                .param("now", time(now))
                .query(Long.class)
                .single();
    }

    void share(long id, int place, String kind, long receiver, @Nullable Long run) {
        database.sql("""
                        insert into handover_share (handover_id, place, kind, receiver_id, run_id)
                        values (:id, :place, :kind, :receiver, :run)""")
                .param("id", id)
                .param("place", place)
                .param("kind", kind)
                .param("receiver", receiver)
                .param("run", run, Types.BIGINT)
                .update();
    }

    Optional<Handover> find(long id) {
        return head(id).map(head -> new Handover(
                head.id(),
                head.personId(),
                head.person(),
                head.byPersonId(),
                head.by(),
                head.state(),
                head.createdAt(),
                database.sql(SHARES).param("id", id).query(Handover.Share.class).list()));
    }

    /** The one of this person that is at work, or the last one that was. */
    Optional<Long> latest(long personId) {
        return database.sql(
                        "select id from handover where person_id = :person order by created_at desc, id desc limit 1")
                .param("person", personId)
                .query(Long.class)
                .optional();
    }

    /** Nobody else works on it until the transaction ends. */
    Optional<HandoverState> lock(long id) {
        return database.sql("select state from handover where id = :id for update")
                .param("id", id)
                .query(HandoverState.class)
                .optional();
    }

    void move(long id, HandoverState to, Instant now) {
        database.sql("update handover set state = :state, updated_at = :now where id = :id")
                .param("state", to.name())
                .param("now", time(now))
                .param("id", id)
                .update();
    }

    /** Notes what went at one stroke: person by id. */
    void note(long id, String kind, Map<Long, Long> given) {
        database.sql("""
                        insert into handover_row (handover_id, kind, record_id, receiver_id)
                        select :id, :kind, u.record, u.receiver from unnest(:records::bigint[], :receivers::bigint[]) u (record, receiver)""")
                .param("id", id)
                .param("kind", kind)
                .param("records", given.keySet().toArray(Long[]::new))
                .param("receivers", given.values().toArray(Long[]::new))
                .update();
        database.sql("""
                        update handover_share s set done = true,
                               count = (select count(*) from handover_row r
                                        where r.handover_id = s.handover_id and r.kind = s.kind and r.receiver_id = s.receiver_id)
                        where s.handover_id = :id and s.kind = :kind""").param("id", id).param("kind", kind).update();
    }

    boolean isDone(long id, String kind) {
        return database.sql("select bool_and(done) from handover_share where handover_id = :id and kind = :kind")
                .param("id", id)
                .param("kind", kind)
                .query(Boolean.class)
                .single();
    }

    Map<Long, Long> given(long id, String kind) {
        Map<Long, Long> given = new HashMap<>();
        database.sql("select record_id, receiver_id from handover_row where handover_id = :id and kind = :kind")
                .param("id", id)
                .param("kind", kind)
                .query((ResultSet row) -> put(row, given));
        return given;
    }

    void returned(long id, String kind) {
        database.sql(
                        "update handover_share set returned = count, done = false where handover_id = :id and kind = :kind")
                .param("id", id)
                .param("kind", kind)
                .update();
    }

    private Optional<Head> head(long id) {
        return database.sql(HEADS + "where h.id = :id")
                .param("id", id)
                .query(Head.class)
                .optional();
    }

    private static void put(ResultSet row, Map<Long, Long> given) throws SQLException {
        given.put(row.getLong(1), row.getLong(2));
    }

    private static OffsetDateTime time(Instant at) {
        return at.atOffset(ZoneOffset.UTC);
    }
}
