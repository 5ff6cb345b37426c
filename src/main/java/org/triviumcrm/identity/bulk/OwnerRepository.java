package org.triviumcrm.identity.bulk;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.triviumcrm.identity.OwnerChange;
import org.triviumcrm.identity.Scope;

/** Changes the owners of the records of a run. Records are locked in the order of their keys. */
@Repository
class OwnerRepository {

    private static final String GIVE = """
            with found as (
                select t.id, t.owner_id, t.team_id from %1$s t
                where t.id = any(:ids) and t.owner_id is distinct from :owner and %2$s order by t.id for update),
            changed as (
                update %1$s t set owner_id = :owner, team_id = (select team_id from person where id = :owner),
                       updated_at = :now, version = t.version + 1
                from found where t.id = found.id),
            noted as (
                update bulk_row r set former_owner_id = found.owner_id, former_team_id = found.team_id
                from found where r.run_id = :run and r.record_id = found.id)
            select id, owner_id as from_person_id, :owner as to_person_id from found""";

    // Materialized: right after giving, statistics know nothing of what the new owner has, and the rows of the run
    // would be gone
    // through for each record.
    private static final String TAKE_BACK = """
            with given as materialized (
                select record_id, former_owner_id, former_team_id from bulk_row where run_id = :run and record_id = any(:ids)),
            found as (
                select t.id, r.former_owner_id, r.former_team_id from %1$s t
                join given r on r.record_id = t.id
                where t.id = any(:ids) and t.owner_id = :owner order by t.id for update of t),
            changed as (
                update %1$s t set owner_id = found.former_owner_id,
                       team_id = (select id from team where id = found.former_team_id),
                       updated_at = :now, version = t.version + 1
                from found where t.id = found.id)
            select id, :owner as from_person_id, former_owner_id as to_person_id from found""";

    private final JdbcClient database;

    OwnerRepository(JdbcClient database) {
        this.database = database;
    }

    /** Those of the records that the scope has and that are not the new owner's yet. */
    List<OwnerChange> give(String type, long run, List<Long> ids, long owner, Scope scope, Instant now) {
        return move(GIVE.formatted(type, scope.sql("t")), scope.parameters(), run, ids, owner, now);
    }

    /** Those that the new owner still has, to whom they were taken from. */
    List<OwnerChange> takeBack(String type, long run, List<Long> ids, long owner, Instant now) {
        return move(TAKE_BACK.formatted(type), Map.of(), run, ids, owner, now);
    }

    /** Those of the records that are the owner's. */
    List<Long> had(String type, List<Long> ids, long owner) {
        return database.sql("select id from " + type + " where id = any(:ids) and owner_id = :owner")
                .param("ids", ids.toArray(Long[]::new))
                .param("owner", owner)
                .query(Long.class)
                .list();
    }

    private List<OwnerChange> move(
            String sql, Map<String, Object> parameters, long run, List<Long> ids, long owner, Instant now) {
        return database.sql(sql)
                .params(parameters)
                .param("ids", ids.toArray(Long[]::new))
                .param("owner", owner)
                .param("run", run)
                .param("now", BulkRunRepository.time(now))
                .query(OwnerChange.class)
                .list();
    }
}
