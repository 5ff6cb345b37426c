package org.triviumcrm.identity.access;

import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.triviumcrm.identity.AccessLevel;
import org.triviumcrm.identity.SharedGroups;
import org.triviumcrm.identity.SharedRecords;
import org.triviumcrm.identity.Shares;
import org.triviumcrm.identity.Viewer;
import org.triviumcrm.identity.Viewers;

/** Reads all that a viewer is in one statement. */
@Repository
class VisitorRepository implements Viewers {

    private final JdbcClient jdbc;
    private final Clock clock;
    private final String shares;
    private final Map<String, String> groupColumns;

    VisitorRepository(JdbcClient jdbc, List<SharedRecords> shared, List<SharedGroups> groups, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
        this.groupColumns = groups.stream().collect(Collectors.toMap(SharedGroups::type, SharedGroups::column));
        this.shares = Stream.concat(
                        shared.stream()
                                .map(records -> "select '" + records.type()
                                        + " ' || s.id || case when s.changeable then ' +' else ' -' end from ("
                                        + records.sql() + ") s"),
                        groups.stream()
                                .map(group -> "select '" + group.type() + " ' || g.id || ' " + group.column()
                                        + "' from (" + group.sql() + ") g"))
                .collect(Collectors.joining(" union all "));
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
                             select id from reached) as teams,
                       array(%s) as shares
                  from person p
                 where p.id = :id and p.active""".formatted(shares))
                .param("id", personId)
                .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                .query(this::visitor)
                .optional();
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
                shares((String[]) elements(row, "shares")),
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

    /** Each as {@code opportunity 42 +}, where the plus says that it may be changed, or with the column of a group in its place. */
    private Map<String, Shares> shares(String[] shared) {
        Map<String, Shares> shares = new HashMap<>();
        for (String one : shared) {
            String[] words = one.split(" ");
            Shares ofType = shares.computeIfAbsent(
                    words[0],
                    type -> new Shares(
                            new TreeSet<>(), new TreeSet<>(), groupColumns.getOrDefault(type, ""), new TreeSet<>()));
            Long id = Long.valueOf(words[1]);
            switch (words[2]) {
                case "+" -> {
                    ofType.ids().add(id);
                    ofType.changeable().add(id);
                }
                case "-" -> ofType.ids().add(id);
                default -> ofType.groups().add(id);
            }
        }
        return Map.copyOf(shares);
    }
}
