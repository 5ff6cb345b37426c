package org.triviumcrm.sales.quota;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What products and territories are called, and who sells in which team. */
@Repository
class QuotaNameRepository {

    record Named(long id, String name, @Nullable Long parentId) {}

    private final JdbcClient database;

    QuotaNameRepository(JdbcClient database) {
        this.database = database;
    }

    /** Those named, and active ones as long as there is room. */
    List<Named> products(Collection<Long> wanted, int limit) {
        return database.sql("""
                        select id, name, null::bigint as parent_id from product
                        where id = any(cast(:ids as bigint[])) or active
                        order by id = any(cast(:ids as bigint[])) desc, name, id limit :limit""")
                .param("ids", wanted.toArray(Long[]::new))
                .param("limit", limit)
                .query(Named.class)
                .list();
    }

    /** The teams that people are in; those without one are not there. */
    Map<Long, Long> teamsOf(Collection<Long> people) {
        return database
                .sql("select id, name, team_id as parent_id from person where id = any(:ids) and team_id is not null")
                .param("ids", people.toArray(Long[]::new))
                .query(Named.class)
                .list()
                .stream()
                .collect(Collectors.toMap(Named::id, one -> Objects.requireNonNull(one.parentId())));
    }

    List<Named> regions() {
        return database.sql("select id, name, parent_id from territory where active order by name, id")
                .query(Named.class)
                .list();
    }

    /** Active people who sell, or have quotas, by their team. */
    List<Named> people(Collection<Long> teams, Collection<Long> wanted, int limit) {
        return database.sql("""
                        select p.id, p.name, p.team_id as parent_id from person p
                        where p.id = any(cast(:ids as bigint[]))
                           or p.active and p.team_id = any(cast(:teams as bigint[])) and exists (
                              select from opportunity o where o.owner_id = p.id)
                        order by p.name, p.id limit :limit""")
                .param("ids", wanted.toArray(Long[]::new))
                .param("teams", teams.toArray(Long[]::new))
                .param("limit", limit)
                .query(Named.class)
                .list();
    }
}
