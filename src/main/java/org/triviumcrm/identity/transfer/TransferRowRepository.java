package org.triviumcrm.identity.transfer;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.triviumcrm.identity.Scope;

/** Changes the owners of the records in a transfer. Records are locked in the order of their keys. */
@Repository
class TransferRowRepository {

    /** A record and whom it went from or back to. */
    record Moved(long id, @Nullable Long person) {}

    private static final String GIVE = """
            with found as (
                select t.id, t.owner_id, t.team_id from %1$s t
                where t.id = any(:ids) and t.owner_id is distinct from :owner and %2$s order by t.id for update),
            changed as (
                update %1$s t set owner_id = :owner, team_id = (select team_id from person where id = :owner),
                       updated_at = :now, version = t.version + 1
                from found where t.id = found.id),
            noted as (
                update transfer_row r set outcome = 'GIVEN', former_owner_id = found.owner_id, former_team_id = found.team_id
                from found where r.transfer_id = :transfer and r.record_id = found.id)
            select id, owner_id as person from found""";

    private static final String TAKE_BACK = """
            with found as (
                select t.id, r.former_owner_id, r.former_team_id from %1$s t
                join transfer_row r on r.transfer_id = :transfer and r.record_id = t.id
                where t.id = any(:ids) and t.owner_id = :owner order by t.id for update of t),
            changed as (
                update %1$s t set owner_id = found.former_owner_id,
                       team_id = (select id from team where id = found.former_team_id),
                       updated_at = :now, version = t.version + 1
                from found where t.id = found.id),
            noted as (
                update transfer_row r set outcome = 'RETURNED'
                from found where r.transfer_id = :transfer and r.record_id = found.id)
            select id, former_owner_id as person from found""";

    private final JdbcClient database;

    TransferRowRepository(JdbcClient database) {
        this.database = database;
    }

    /** Those of the records that the scope has and that are not the new owner's yet. */
    List<Moved> give(Transfer transfer, List<Long> ids, Scope scope, Instant now) {
        return move(transfer, ids, GIVE.formatted(transfer.recordType(), scope.sql("t")), scope.parameters(), now);
    }

    /** Those that the new owner still has, to whom they were taken from. */
    List<Moved> takeBack(Transfer transfer, List<Long> ids, Instant now) {
        return move(transfer, ids, TAKE_BACK.formatted(transfer.recordType()), Map.of(), now);
    }

    /** The others of a step stay as they are. */
    void keep(Transfer transfer, List<Long> ids) {
        database.sql("""
                        update transfer_row set outcome = 'KEPT'
                        where transfer_id = :transfer and record_id = any(:ids) and coalesce(outcome, '') = :before
                        """)
                .param("transfer", transfer.id())
                .param("ids", ids.toArray(Long[]::new))
                .param("before", transfer.state() == TransferState.UNDOING ? "GIVEN" : "")
                .update();
    }

    private List<Moved> move(
            Transfer transfer, List<Long> ids, String sql, Map<String, Object> parameters, Instant now) {
        return database.sql(sql)
                .params(parameters)
                .param("ids", ids.toArray(Long[]::new))
                .param("owner", transfer.ownerId())
                .param("transfer", transfer.id())
                .param("now", TransferRepository.time(now))
                .query(Moved.class)
                .list();
    }
}
