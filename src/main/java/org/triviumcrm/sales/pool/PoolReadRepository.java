package org.triviumcrm.sales.pool;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.triviumcrm.shared.list.MatchingRows;
import org.triviumcrm.shared.web.Option;

/** Reads about pools as a whole, and who has what of them. */
@Repository
class PoolReadRepository {

    private final JdbcClient database;

    PoolReadRepository(JdbcClient database) {
        this.database = database;
    }

    List<PoolRow> rows() {
        return database.sql("""
                        select p.id, p.name, t.name as team, k.name as keeper, p.active, coalesce(o.count, 0) as pooled, o.amount,
                               coalesce(n.count, 0) as announced
                        from opportunity_pool p
                        join person k on k.id = p.keeper_id
                        left join team t on t.id = p.team_id
                        left join (select pool_id, count(*), sum(base_amount) as amount from opportunity
                                   where state = 'POOLED' group by pool_id) o on o.pool_id = p.id
                        left join (select pool_id, count(*) from pool_notice group by pool_id) n on n.pool_id = p.id
                        order by p.position, p.id""").query(PoolRow.class).list();
    }

    /** The pools that somebody may claim from. */
    Set<Long> seen(long personId) {
        return new HashSet<>(database.sql(PoolScope.SEEN)
                .param("poolReader", personId)
                .query(Long.class)
                .list());
    }

    /** The pools that somebody keeps. */
    Set<Long> kept(long personId) {
        return new HashSet<>(database.sql("select id from opportunity_pool where keeper_id = :person")
                .param("person", personId)
                .query(Long.class)
                .list());
    }

    /** Some of these rows, the longest waiting first. */
    List<TakenRow> chosen(MatchingRows rows, int most) {
        return database.sql("""
                        select o.id, o.name from opportunity o where o.id in (%s)
                        order by o.state_entered_at, o.id limit :most""".formatted(rows.sql()))
                .params(rows.parameters())
                .param("most", most)
                .query((row, number) -> new TakenRow(row.getLong("id"), row.getString("name"), null))
                .list();
    }

    /** Active pools, the first one first: those that take opportunities of a team, or all. */
    List<Option> taking(@Nullable Long teamId, boolean all) {
        return database.sql("""
                        select p.id, p.name from opportunity_pool p
                        where p.active and (:all or p.team_id is null or p.team_id in (
                            with recursive up as (
                                select id, parent_id from team where id = :team
                                union select t.id, t.parent_id from team t join up on t.id = up.parent_id)
                            select up.id from up))
                        order by p.position, p.id""")
                .param("all", all)
                .param("team", teamId, java.sql.Types.BIGINT)
                .query((row, number) -> new Option(row.getLong("id"), row.getString("name")))
                .list();
    }

    /** Stages to choose from, each after its pipeline. */
    List<Option> stages() {
        return database.sql("""
                        select s.id, p.name || ' · ' || s.name as text from stage s join pipeline p on p.id = s.pipeline_id
                        where s.kind = 'OPEN' order by p.position, p.id, s.position""")
                .query((row, number) -> new Option(row.getLong("id"), row.getString("text")))
                .list();
    }

    List<Option> pipelines() {
        return database.sql("select id, name from pipeline order by position, id")
                .query((row, number) -> new Option(row.getLong("id"), row.getString("name")))
                .list();
    }
}
