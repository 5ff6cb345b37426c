package org.triviumcrm.identity.person;

import java.util.Collection;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.stereotype.Repository;
import org.triviumcrm.identity.Viewer;
import org.triviumcrm.identity.person.FirstPasswordQuestion.Candidate;
import org.triviumcrm.identity.role.BuiltInRoles;

/** Who of the people chosen in the list can get a first password. */
@Repository
class FirstPasswordRepository {

    private static final String TICKED = " where p.id = any(:ids)";

    private static final String STANDING = """
            case when p.id = :viewer then 'YOURSELF'
                 when not p.active then 'SWITCHED_OFF'
                 when exists (select 1 from sign_in s where s.person_id = p.id and s.outcome = 'SIGNED_IN') then 'SIGNED_IN'
                 when not :everything and exists (select 1 from person_role pr
                       where pr.person_id = p.id and pr.role_id = :administrator) then 'ADMINISTRATOR'
                 when p.password_hash is not null then 'UNUSED'
                 else 'WAITING' end
            """;

    private static final String OPEN = "('WAITING', 'UNUSED')";

    private final JdbcClient jdbc;
    private final BuiltInRoles roles;

    FirstPasswordRepository(JdbcClient jdbc, BuiltInRoles roles) {
        this.jdbc = jdbc;
        this.roles = roles;
    }

    FirstPasswordQuestion found(Viewer viewer, PersonFilter filter) {
        return question(PersonListRepository.CONDITION, viewer, spec -> PersonListRepository.bind(spec, filter));
    }

    FirstPasswordQuestion ticked(Viewer viewer, Collection<Long> ids) {
        return question(TICKED, viewer, spec -> spec.param("ids", ids.toArray(Long[]::new)));
    }

    /** All of these people, by name. */
    List<Candidate> standings(Viewer viewer, Collection<Long> ids) {
        return candidates(
                TICKED,
                "true",
                "lower(name), id",
                ids.size(),
                viewer,
                spec -> spec.param("ids", ids.toArray(Long[]::new)));
    }

    /** Keeps everybody else from changing them until the transaction ends. */
    void lock(Collection<Long> ids) {
        jdbc.sql("select id from person where id = any(?) order by id for update")
                .param(ids.toArray(Long[]::new))
                .query(Long.class)
                .list();
    }

    private FirstPasswordQuestion question(String condition, Viewer viewer, Parameters parameters) {
        String open = "standing in " + OPEN;
        String leftOut = "standing not in " + OPEN;
        String order = "standing = 'UNUSED', lower(name), id";
        return new FirstPasswordQuestion(
                candidates(condition, open, order, GiveFirstPasswords.MOST, viewer, parameters),
                count(condition, open, viewer, parameters),
                candidates(condition, leftOut, order, FirstPasswordQuestion.NAMED, viewer, parameters),
                count(condition, leftOut, viewer, parameters));
    }

    private List<Candidate> candidates(
            String condition, String which, String order, int limit, Viewer viewer, Parameters parameters) {
        String sql = "select * from (select p.id, p.name, p.sign_in_name, " + STANDING + " as standing from person p"
                + condition + ") chosen where " + which + " order by " + order + " limit " + limit;
        return bound(sql, viewer, parameters)
                .query((row, number) -> new Candidate(
                        row.getLong("id"),
                        row.getString("name"),
                        row.getString("sign_in_name"),
                        FirstPasswordStanding.valueOf(row.getString("standing"))))
                .list();
    }

    private long count(String condition, String which, Viewer viewer, Parameters parameters) {
        String sql = "select count(*) from (select " + STANDING + " as standing from person p" + condition
                + ") chosen where " + which;
        return bound(sql, viewer, parameters).query(Long.class).single();
    }

    private StatementSpec bound(String sql, Viewer viewer, Parameters parameters) {
        return parameters
                .bind(jdbc.sql(sql))
                .param("viewer", viewer.personId())
                .param("everything", viewer.can(Viewer.EVERYTHING))
                .param("administrator", roles.id("administrator"));
    }

    /** Fills in what the condition asks for. */
    private interface Parameters {
        StatementSpec bind(StatementSpec spec);
    }
}
