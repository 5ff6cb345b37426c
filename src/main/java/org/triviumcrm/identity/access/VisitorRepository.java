package org.triviumcrm.identity.access;

import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.triviumcrm.identity.AccessLevel;
import org.triviumcrm.identity.Viewer;
import org.triviumcrm.identity.Viewers;

/** Reads all that a viewer is in one statement. */
@Repository
class VisitorRepository implements Viewers {

    private final JdbcClient jdbc;

    VisitorRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public Optional<Viewer> find(long personId) {
        return visit(personId).map(Visitor::viewer);
    }

    /** Empty for someone unknown or switched off. */
    Optional<Visitor> visit(long personId) {
        return jdbc.sql("""
                select p.id, p.name, p.team_id, p.locale, p.time_zone, p.theme, p.must_change_password,
                       array(select rp.permission from person_role pr join role_permission rp using (role_id)
                              where pr.person_id = p.id) as permissions,
                       array(select ra.record_type || ' ' || ra.level from person_role pr
                               join role_access ra using (role_id) where pr.person_id = p.id) as access,
                       array(with recursive reached as (
                                select t.id from team t where t.id = p.team_id or t.manager_id = p.id
                                union
                                select t.id from team t join reached r on t.parent_id = r.id)
                             select id from reached) as teams
                  from person p
                 where p.id = :id and p.active""").param("id", personId).query(this::visitor).optional();
    }

    private Visitor visitor(ResultSet row, int number) throws SQLException {
        Long team = row.getObject("team_id", Long.class);
        Viewer viewer = new Viewer(
                row.getLong("id"),
                row.getString("name"),
                team,
                List.of((Long[]) elements(row, "teams")),
                Set.copyOf(new HashSet<>(Arrays.asList((String[]) elements(row, "permissions")))),
                access((String[]) elements(row, "access")),
                Locale.forLanguageTag(row.getString("locale")),
                ZoneId.of(row.getString("time_zone")));
        return new Visitor(viewer, row.getString("theme"), row.getBoolean("must_change_password"));
    }

    private static Object elements(ResultSet row, String column) throws SQLException {
        Array array = row.getArray(column);
        return array.getArray();
    }

    private static Map<String, AccessLevel> access(String[] grants) {
        Map<String, AccessLevel> access = new HashMap<>();
        for (String grant : grants) {
            int space = grant.indexOf(' ');
            access.merge(grant.substring(0, space), AccessLevel.valueOf(grant.substring(space + 1)), AccessLevel::or);
        }
        return Map.copyOf(access);
    }
}
