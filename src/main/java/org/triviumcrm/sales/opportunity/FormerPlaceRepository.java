package org.triviumcrm.sales.opportunity;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** In which territory opportunities were before a run put them into another, so that it can be taken back. */
@Repository
class FormerPlaceRepository {

    private final JdbcClient database;

    FormerPlaceRepository(JdbcClient database) {
        this.database = database;
    }

    /** @param fixed whether somebody had put it there, and not the rules */
    record Former(long id, @Nullable Long territoryId, boolean fixed) {}

    void remember(long runId, Collection<Former> former) {
        if (!former.isEmpty()) {
            database.sql("""
                            insert into territory_former (run_id, opportunity_id, territory_id, fixed)
                            select :run, x.id, nullif(x.territory, 0), x.fixed
                            from unnest(:ids::bigint[], :territories::bigint[], :fixed::boolean[]) x (id, territory, fixed)
                            on conflict (run_id, opportunity_id) do nothing""")
                    .param("run", runId)
                    .param("ids", former.stream().map(Former::id).toArray(Long[]::new))
                    .param(
                            "territories",
                            former.stream()
                                    .map(one -> one.territoryId() == null ? 0L : one.territoryId())
                                    .toArray(Long[]::new))
                    .param("fixed", former.stream().map(Former::fixed).toArray(Boolean[]::new))
                    .update();
        }
    }

    /** By opportunity, those that are still where the run put them. @param chosen null for where the rules put them */
    Map<Long, Former> unmoved(long runId, List<Long> ids, @Nullable Long chosen) {
        Map<Long, Former> former = new HashMap<>();
        database.sql("""
                        select f.opportunity_id as id, f.territory_id, f.fixed and f.territory_id is not null as fixed
                        from territory_former f join opportunity o on o.id = f.opportunity_id
                        where f.run_id = :run and f.opportunity_id = any(:ids)
                          and case when cast(:chosen as bigint) is null then not o.territory_fixed
                                   else o.territory_fixed and o.territory_id = :chosen end""")
                .param("run", runId)
                .param("ids", ids.toArray(Long[]::new))
                .param("chosen", chosen, java.sql.Types.BIGINT)
                .query(Former.class)
                .list()
                .forEach(one -> former.put(one.id(), one));
        return former;
    }
}
