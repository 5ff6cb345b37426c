package org.triviumcrm.identity.team;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.triviumcrm.identity.TeamRef;

/** The tree of teams, read by one recursive statement each time. */
@Repository
class TeamTreeRepository {

    private static final String TREE = """
            with recursive tree as (
                select id, name, parent_id, manager_id, name::text as path, 0 as depth, array[lower(name)] as place
                  from team where parent_id is null
                union all
                select t.id, t.name, t.parent_id, t.manager_id, p.path || ' / ' || t.name, p.depth + 1,
                       p.place || lower(t.name)
                  from team t join tree p on t.parent_id = p.id)
            select id, name, parent_id, manager_id, path, depth from tree\s""";

    private final JdbcClient jdbc;

    TeamTreeRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    List<TeamRef> tree() {
        return jdbc.sql(TREE + "order by place").query(this::team).list();
    }

    Optional<TeamRef> find(long id) {
        return jdbc.sql(TREE + "where id = :id")
                .param("id", id)
                .query(this::team)
                .optional();
    }

    Optional<TeamRef> findByName(String name, @Nullable Long parentId) {
        return jdbc.sql(TREE + "where lower(name) = lower(:name) and coalesce(parent_id, 0) = coalesce(:parent, 0)")
                .param("name", name.strip())
                .param("parent", parentId, java.sql.Types.BIGINT)
                .query(this::team)
                .optional();
    }

    Set<Long> andBelow(long id) {
        return new HashSet<>(jdbc.sql("""
                with recursive reached as (
                    select id from team where id = :id
                    union
                    select t.id from team t join reached r on t.parent_id = r.id)
                select id from reached""").param("id", id).query(Long.class).list());
    }

    Map<Long, String> names(Collection<Long> ids) {
        Map<Long, String> names = new HashMap<>();
        if (!ids.isEmpty()) {
            jdbc.sql("select id, name from team where id in (:ids)")
                    .param("ids", ids)
                    .query(row -> {
                        names.put(row.getLong("id"), row.getString("name"));
                    });
        }
        return names;
    }

    /** The tree with managers and numbers of people. */
    List<TeamRow> rows() {
        return jdbc.sql("""
                with recursive tree as (
                    select id, name, manager_id, 0 as depth, array[lower(name)] as place
                      from team where parent_id is null
                    union all
                    select t.id, t.name, t.manager_id, p.depth + 1, p.place || lower(t.name)
                      from team t join tree p on t.parent_id = p.id)
                select t.id, t.name, t.depth, m.name as manager,
                       (select count(*) from person p where p.team_id = t.id and p.active) as members,
                       not exists (select 1 from person p where p.team_id = t.id)
                           and not exists (select 1 from team c where c.parent_id = t.id) as removable
                  from tree t left join person m on m.id = t.manager_id
                 order by t.place""").query(TeamRow.class).list();
    }

    /** One change of the shape of the tree at a time; until the transaction ends. */
    void lock() {
        jdbc.sql("select pg_advisory_xact_lock(hashtext('team tree'))").query(row -> {});
    }

    private TeamRef team(ResultSet row, int number) throws SQLException {
        return new TeamRef(
                row.getLong("id"),
                row.getString("name"),
                row.getString("path"),
                row.getObject("parent_id", Long.class),
                row.getObject("manager_id", Long.class),
                row.getInt("depth"));
    }
}
