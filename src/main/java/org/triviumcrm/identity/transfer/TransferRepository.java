package org.triviumcrm.identity.transfer;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.triviumcrm.shared.list.MatchingRows;

/** Transfers and the records in them. */
@Repository
class TransferRepository {

    private static final String TRANSFERS = """
            select t.id, t.record_type, t.person_id, t.owner_id, w.name as owner, t.state, t.total, t.given, t.kept,
                   t.returned, t.created_at
            from transfer t join person w on w.id = t.owner_id
            """;

    private final JdbcClient database;

    TransferRepository(JdbcClient database) {
        this.database = database;
    }

    /** What would go: counted to the end, and the first ones by key. */
    TransferQuestion question(String type, MatchingRows rows, int first) {
        long count = database.sql("select count(*) from (" + rows.sql() + ") chosen")
                .params(rows.parameters())
                .query(Long.class)
                .single();
        List<TransferQuestion.Row> some = database.sql("select r.id, r.name, w.name as owner from " + type
                        + " r left join person w on w.id = r.owner_id where r.id in (" + rows.sql()
                        + ") order by r.id limit " + first)
                .params(rows.parameters())
                .query(TransferQuestion.Row.class)
                .list();
        return new TransferQuestion(rows.list(), count, some);
    }

    /** Begins a transfer of these rows as they are now. */
    Transfer create(String type, MatchingRows rows, long personId, long ownerId, Instant now) {
        long id = database.sql("""
                        insert into transfer (id, record_type, person_id, owner_id, state, created_at, updated_at)
                        values (nextval('transfer_seq'), :type, :person, :owner, 'RUNNING', :now, :now) returning id
                        """)
                .param("type", type)
                .param("person", personId)
                .param("owner", ownerId)
                .param("now", time(now))
                .query(Long.class)
                .single();
        int total = database.sql("insert into transfer_row (transfer_id, record_id) select " + id + ", chosen.id from ("
                        + rows.sql() + ") chosen (id)")
                .params(rows.parameters())
                .update();
        database.sql("update transfer set total = :total where id = :id")
                .param("total", total)
                .param("id", id)
                .update();
        return find(id).orElseThrow();
    }

    Optional<Transfer> find(long id) {
        return database.sql(TRANSFERS + "where t.id = :id")
                .param("id", id)
                .query(Transfer.class)
                .optional();
    }

    /** Somebody's own, the latest first. */
    List<Transfer> latest(long personId, int size) {
        return database.sql(TRANSFERS + "where t.person_id = :person order by t.created_at desc, t.id desc limit :size")
                .param("person", personId)
                .param("size", size)
                .query(Transfer.class)
                .list();
    }

    /** For a step: nobody else works on it until the transaction ends. */
    Optional<Transfer> lock(long id) {
        database.sql("select 1 from transfer where id = :id for update")
                .param("id", id)
                .query(Integer.class)
                .optional();
        return find(id);
    }

    /** The next rows with this outcome, in the order of their keys; null: those that wait. */
    List<Long> next(Transfer transfer, int size) {
        String wanted = transfer.state() == TransferState.UNDOING ? "outcome = 'GIVEN'" : "outcome is null";
        return database.sql("select record_id from transfer_row where transfer_id = :id and " + wanted
                        + " order by record_id limit :size")
                .param("id", transfer.id())
                .param("size", size)
                .query(Long.class)
                .list();
    }

    /** Adds to the figures after a step. */
    void count(long id, int given, int kept, int returned, Instant now) {
        database.sql("""
                        update transfer set given = given + :given, kept = kept + :kept, returned = returned + :returned,
                               updated_at = :now where id = :id
                        """)
                .param("given", given)
                .param("kept", kept)
                .param("returned", returned)
                .param("now", time(now))
                .param("id", id)
                .update();
    }

    void move(long id, TransferState to, Instant now) {
        database.sql("update transfer set state = :state, updated_at = :now where id = :id")
                .param("state", to.name())
                .param("now", time(now))
                .param("id", id)
                .update();
    }

    static OffsetDateTime time(Instant at) {
        return at.atOffset(ZoneOffset.UTC);
    }
}
