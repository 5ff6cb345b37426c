package org.triviumcrm.sales.territory;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.triviumcrm.identity.Scope;
import org.triviumcrm.sales.OpportunityTotals;

/** All territories, which are few, and what lies in them from the maintained totals. */
@Repository
class TerritoryTreeRepository {

    private final JdbcClient database;

    TerritoryTreeRepository(JdbcClient database) {
        this.database = database;
    }

    /**
     * A territory with the names of what it refers to.
     *
     * @param leaving whether it goes, once all that is in it has gone elsewhere
     */
    record Stored(
            long id,
            @Nullable Long parentId,
            String name,
            @Nullable String conditions,
            boolean active,
            @Nullable String manager,
            @Nullable String team,
            boolean leaving) {}

    /** By name, siblings among others. */
    List<Stored> stored() {
        return database.sql("""
                        select t.id, t.parent_id, t.name, t.conditions, t.active, p.name as manager, g.name as team,
                               exists (select 1 from territory_run r where r.from_id = t.id and r.finished_at is null) as leaving
                        from territory t left join person p on p.id = t.manager_id left join team g on g.id = t.team_id
                        order by lower(t.name), t.id""").query(Stored.class).list();
    }

    /** Of each territory alone, as far as a scope reaches. @param since the first day from which what was won counts */
    Map<Long, TerritoryFigures> figures(Scope scope, LocalDate since) {
        OpportunityTotals totals = new OpportunityTotals(scope);
        Map<Long, TerritoryFigures> figures = new HashMap<>();
        database.sql("""
                        select t.territory_id, coalesce(sum(t.count) filter (where t.state = 'OPEN'), 0) as open,
                               coalesce(sum(t.base_amount) filter (where t.state = 'OPEN'), 0) as amount,
                               coalesce(sum(t.weighted) filter (where t.state = 'OPEN'), 0) as weighted,
                               coalesce(sum(t.base_amount) filter (where t.state = 'WON'), 0) as won
                        from %s t
                        where t.territory_id <> 0 and (t.state = 'OPEN' or t.state = 'WON' and t.closed_month >= :since) and %s
                        group by t.territory_id""".formatted(totals.table(), totals.condition("t")))
                .params(scope.parameters())
                .param("since", since)
                .query(row -> {
                    figures.put(
                            row.getLong("territory_id"),
                            new TerritoryFigures(
                                    row.getLong("open"),
                                    row.getBigDecimal("amount"),
                                    row.getBigDecimal("weighted"),
                                    row.getBigDecimal("won")));
                });
        return figures;
    }

    /** How many opportunities lie in it, whoever sees them. */
    long held(long id) {
        return database.sql("select coalesce(sum(count), 0) from opportunity_total where territory_id = ?")
                .param(id)
                .query(Long.class)
                .single();
    }

    /** The manager who is still there of the territory, else of the nearest above it. */
    Optional<Long> inCharge(long id) {
        return database.sql("""
                        with recursive up as (
                            select t.id, t.parent_id, t.manager_id, 0 as steps from territory t where t.id = :id
                            union select t.id, t.parent_id, t.manager_id, u.steps + 1 from territory t join up u on t.id = u.parent_id)
                        select p.id from up join person p on p.id = up.manager_id and p.active order by up.steps limit 1""").param("id", id).query(Long.class).optional();
    }

    /** One change of the shape of the tree at a time; until the transaction ends. */
    void lock() {
        database.sql("select pg_advisory_xact_lock(hashtext('territory tree'))").query(row -> {});
    }
}
