package org.triviumcrm.identity.person;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.triviumcrm.identity.PersonRef;

/** Climbs the tree of teams and finds who has a role, by one statement each time; a circle in the tree ends the climb. */
@Repository
class StaffRepository {

    /** The team given and all above it, as {@code line}. */
    static final String LINE = """
            with recursive line as (
                select t.id, t.parent_id, t.manager_id, 0 as height, array[t.id] as passed from team t where t.id = %s
                union all
                select t.id, t.parent_id, t.manager_id, l.height + 1, l.passed || t.id
                  from team t join line l on t.id = l.parent_id where t.id <> all (l.passed))
            """;

    private static final String PERSON = "p.id, p.name, p.sign_in_name, p.team_id, p.active";

    private static final String MANAGERS = "select " + PERSON + """
             from (select manager_id, min(height) as height from line group by manager_id) m
                  join person p on p.id = m.manager_id and p.active
            """;

    private final JdbcClient jdbc;

    StaffRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    List<PersonRef> above(long personId) {
        String own = "(select team_id from person where id = :person)";
        return jdbc.sql(LINE.formatted(own) + MANAGERS + "where p.id <> :person order by m.height")
                .param("person", personId)
                .query(StaffRepository::person)
                .list();
    }

    List<PersonRef> inCharge(long teamId) {
        return jdbc.sql(LINE.formatted(":team") + MANAGERS + "order by m.height")
                .param("team", teamId)
                .query(StaffRepository::person)
                .list();
    }

    List<PersonRef> holders(long roleId) {
        return jdbc.sql("select " + PERSON + """
                         from person_role r join person p on p.id = r.person_id and p.active
                        where r.role_id = :role order by lower(p.name), p.id""")
                .param("role", roleId)
                .query(StaffRepository::person)
                .list();
    }

    List<PersonRef> holders(long roleId, long teamId) {
        return jdbc.sql(LINE.formatted(":team") + "select " + PERSON + """
                         from line l join person p on p.team_id = l.id and p.active
                              join person_role r on r.person_id = p.id and r.role_id = :role
                        order by lower(p.name), p.id""")
                .param("team", teamId)
                .param("role", roleId)
                .query(StaffRepository::person)
                .list();
    }

    private static PersonRef person(ResultSet row, int number) throws SQLException {
        return new PersonRef(
                row.getLong("id"),
                row.getString("name"),
                row.getString("sign_in_name"),
                row.getObject("team_id", Long.class),
                row.getBoolean("active"));
    }
}
