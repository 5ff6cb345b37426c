package org.triviumcrm.sales.territory;

import java.sql.Types;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What was started to put opportunities elsewhere, and how far it is. */
@Repository
class TerritoryRunRepository {

    private static final String RUN = """
            select r.id, r.kind, r.from_id, r.from_name, r.to_id, p.name as person, r.started_at, r.finished_at, r.reached_id,
                   r.examined, r.changed
            from territory_run r left join person p on p.id = r.by_person_id\s""";

    private final JdbcClient database;

    TerritoryRunRepository(JdbcClient database) {
        this.database = database;
    }

    Optional<TerritoryRun> latest() {
        return database.sql(RUN + "order by r.started_at desc, r.id desc limit 1")
                .query(TerritoryRun.class)
                .optional();
    }

    /** Those not finished, the first one first. */
    List<Long> open() {
        return database.sql("select id from territory_run where finished_at is null order by id")
                .query(Long.class)
                .list();
    }

    /** For the next step: nobody else takes it until the transaction ends. Nothing when it is finished or taken. */
    Optional<TerritoryRun> take(long id) {
        return database.sql(RUN + "where r.id = ? and r.finished_at is null for update of r skip locked")
                .param(id)
                .query(TerritoryRun.class)
                .optional();
    }

    /** @return false when one of the kind runs already */
    boolean start(
            TerritoryRun.Kind kind,
            @Nullable Long from,
            @Nullable String name,
            @Nullable Long to,
            long personId,
            Instant now) {
        return database.sql("""
                        insert into territory_run (kind, from_id, from_name, to_id, by_person_id, started_at)
                        values (:kind, :from, :name, :to, :person, :now)
                        on conflict (kind, (coalesce(from_id, 0))) where finished_at is null do nothing""")
                        .param("kind", kind.name())
                        .param("from", from, Types.BIGINT)
                        .param("name", name, Types.VARCHAR)
                        .param("to", to, Types.BIGINT)
                        .param("person", personId)
                        .param("now", now.atOffset(ZoneOffset.UTC))
                        .update()
                == 1;
    }

    void step(long id, long reached, int examined, int changed) {
        database.sql("""
                        update territory_run set reached_id = ?, examined = examined + ?, changed = changed + ?
                        where id = ?""").params(reached, examined, changed, id).update();
    }

    void finish(long id, Instant now) {
        database.sql("update territory_run set finished_at = ? where id = ?")
                .params(now.atOffset(ZoneOffset.UTC), id)
                .update();
    }
}
