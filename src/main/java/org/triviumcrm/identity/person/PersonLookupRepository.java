package org.triviumcrm.identity.person;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.triviumcrm.identity.PersonRef;
import org.triviumcrm.identity.Scope;
import org.triviumcrm.identity.Viewer;

/** Finds people for pickers, labels and imports. */
@Repository
class PersonLookupRepository {

    private static final String PEOPLE = "select p.id, p.name, p.sign_in_name, p.team_id, p.active from person p ";

    private static final String PERMITTED = """
            exists (select 1 from person_role r join role_permission g on g.role_id = r.role_id
                    where r.person_id = p.id and g.permission in (:permissions))""";

    private static final String HOLDS =
            "exists (select 1 from person_role r where r.person_id = p.id and r.role_id in (:roles))";

    private final JdbcClient jdbc;

    PersonLookupRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    boolean isAnybodyThere() {
        return jdbc.sql("select exists (select 1 from person)")
                .query(Boolean.class)
                .single();
    }

    Map<Long, String> names(Collection<Long> ids) {
        Map<Long, String> names = new HashMap<>();
        if (!ids.isEmpty()) {
            jdbc.sql("select id, name from person where id in (:ids)")
                    .param("ids", ids)
                    .query(row -> {
                        names.put(row.getLong("id"), row.getString("name"));
                    });
        }
        return names;
    }

    Optional<PersonRef> find(long id) {
        return jdbc.sql(PEOPLE + "where p.id = :id")
                .param("id", id)
                .query(this::person)
                .optional();
    }

    Optional<PersonRef> findBySignInName(String name) {
        return jdbc.sql(PEOPLE + "where p.sign_in_name = :name")
                .param("name", name)
                .query(this::person)
                .optional();
    }

    List<PersonRef> withName(String name) {
        return jdbc.sql(PEOPLE + "where lower(p.name) = lower(:name) limit 2")
                .param("name", name)
                .query(this::person)
                .list();
    }

    List<PersonRef> choices(Viewer viewer, Scope scope, String typed, int limit) {
        return typed(scope.sql("p"), scope.parameters(), viewer.personId(), typed, limit);
    }

    List<PersonRef> permitted(String permission, String typed, int limit) {
        return typed(PERMITTED, permission(permission), 0, typed, limit);
    }

    List<PersonRef> holders(Collection<Long> roles, @Nullable Long lineOfTeam, String typed, int limit) {
        Map<String, Object> parameters = new HashMap<>();
        parameters.put("roles", roles);
        String condition = HOLDS;
        if (lineOfTeam != null) {
            parameters.put("team", lineOfTeam);
            condition += " and p.team_id in (" + StaffRepository.LINE.formatted(":team") + "select id from line)";
        }
        return roles.isEmpty() ? List.of() : typed(condition, parameters, 0, typed, limit);
    }

    boolean isPermitted(long personId, String permission) {
        return jdbc.sql("select exists (" + PEOPLE + "where p.id = :id and p.active and " + PERMITTED + ")")
                .param("id", personId)
                .params(permission(permission))
                .query(Boolean.class)
                .single();
    }

    private static Map<String, Object> permission(String permission) {
        return Map.of("permissions", List.of(permission, Viewer.EVERYTHING));
    }

    private List<PersonRef> typed(
            String condition, Map<String, Object> parameters, long first, String typed, int limit) {
        String start = typed.strip().toLowerCase(Locale.ROOT).replaceAll("([%_\\\\])", "\\\\$1");
        return jdbc.sql("""
                with p as (select id, id as owner_id, team_id, name, sign_in_name, active from person where active)
                select p.id, p.name, p.sign_in_name, p.team_id, p.active from p
                 where %s
                   and (lower(p.name) like :start or lower(p.name) like :inside or p.sign_in_name like :start
                        or (:wide and lower(p.name) like :anywhere))
                 order by p.id <> :me, lower(p.name), p.id
                 limit :limit""".formatted(condition))
                .params(parameters)
                .param("start", start + "%")
                .param("inside", "% " + start + "%")
                .param(
                        "wide",
                        start.codePointCount(0, start.length()) > 1
                                || start.chars().anyMatch(Character::isIdeographic))
                .param("anywhere", "%" + start + "%")
                .param("me", first)
                .param("limit", limit)
                .query(this::person)
                .list();
    }

    private PersonRef person(ResultSet row, int number) throws SQLException {
        return new PersonRef(
                row.getLong("id"),
                row.getString("name"),
                row.getString("sign_in_name"),
                row.getObject("team_id", Long.class),
                row.getBoolean("active"));
    }
}
