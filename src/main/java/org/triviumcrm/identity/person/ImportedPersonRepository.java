package org.triviumcrm.identity.person;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.triviumcrm.identity.role.BuiltInRoles;
import org.triviumcrm.shared.exchange.ImportContext;
import org.triviumcrm.shared.exchange.RecordWriter;

/** What an import of people has to know of those who are there, and adds beside their rows. */
@Repository
class ImportedPersonRepository {

    /** A team by its place and name. */
    record TeamKey(long parentId, String name) {
        static TeamKey of(@Nullable Long parentId, String name) {
            return new TeamKey(parentId == null ? 0 : parentId, name.toLowerCase(Locale.ROOT));
        }
    }

    private final JdbcClient database;
    private final RecordWriter writer;
    private final BuiltInRoles roles;

    ImportedPersonRepository(JdbcClient database, RecordWriter writer, BuiltInRoles roles) {
        this.database = database;
        this.writer = writer;
        this.roles = roles;
    }

    Map<TeamKey, Long> teams(Collection<String> names) {
        Map<TeamKey, Long> teams = new HashMap<>();
        database.sql("""
                        select id, parent_id, name from team
                        where lower(name) = any(array(select lower(v) from unnest(:names::text[]) v))
                        """).param("names", names.toArray(String[]::new)).query(row -> {
            teams.put(TeamKey.of(row.getObject(2, Long.class), row.getString(3)), row.getLong(1));
        });
        return teams;
    }

    Map<String, Long> idsByName(Collection<String> names) {
        Map<String, Long> ids = new HashMap<>();
        database.sql("""
                        select lower(name), min(id) from person
                        where lower(name) = any(array(select lower(v) from unnest(:names::text[]) v)) group by 1
                        """).param("names", names.toArray(String[]::new)).query(row -> {
            ids.put(row.getString(1).toLowerCase(Locale.ROOT), row.getLong(2));
        });
        return ids;
    }

    /** Managers who are in no team yet join the one they manage. */
    void seatManagers(Collection<Long> teamIds) {
        database.sql("""
                        update person p set team_id = t.id from team t
                        where t.id = any(:teams) and p.id = t.manager_id and p.team_id is null
                        """).param("teams", teamIds.toArray(Long[]::new)).update();
    }

    void giveRole(Collection<Long> personIds, String roleKey) {
        if (personIds.isEmpty()) {
            return;
        }
        roles.seed();
        long role = roles.id(roleKey);
        writer.insertPlain(
                "person_role",
                personIds.stream()
                        .map(id -> Map.<String, Object>of("person_id", id, "role_id", role))
                        .toList());
    }

    /** The columns of a new person beside the name: a free sign-in name, language and time zone of the importer. */
    List<Map<String, Object>> columns(List<String> names, ImportContext context) {
        List<String> bases = names.stream().map(ImportedPersonRepository::base).toList();
        Set<String> taken = new HashSet<>(database.sql("""
                        select sign_in_name from person
                        where regexp_replace(sign_in_name, '[0-9]+$', '') = any(:bases::text[])
                           or sign_in_name = any(:bases::text[])
                        """)
                .param("bases", bases.toArray(String[]::new))
                .query(String.class)
                .list());
        String locale = database.sql("select locale from person where id = :id")
                .param("id", context.personId())
                .query(String.class)
                .optional()
                .orElse("en");
        return bases.stream()
                .map(base -> {
                    Map<String, Object> columns = new LinkedHashMap<>();
                    columns.put("sign_in_name", free(base, taken));
                    columns.put("locale", locale);
                    columns.put("time_zone", context.zone().getId());
                    columns.put("theme", "auto");
                    columns.put("active", true);
                    columns.put("must_change_password", false);
                    return columns;
                })
                .collect(Collectors.toList());
    }

    private static String free(String base, Set<String> taken) {
        String candidate = base;
        for (int number = 2; !taken.add(candidate); number++) {
            candidate = base + number;
        }
        return candidate;
    }

    static String base(String name) {
        String base = Person.normal(name).replaceAll("[^\\p{L}\\p{N}]+", ".").replaceAll("^\\.|\\.$", "");
        return base.isEmpty() ? "person" : base;
    }
}
