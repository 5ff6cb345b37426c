package org.triviumcrm.testing;

import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.authentication;

import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.test.web.servlet.request.RequestPostProcessor;
import org.triviumcrm.identity.Viewer;
import org.triviumcrm.identity.Viewers;
import org.triviumcrm.identity.access.SignedInPerson;
import org.triviumcrm.identity.role.BuiltInRoles;

/** People to act as in tests: each call adds one to the database and gives the viewer. */
@TestComponent
@Import(QuickPasswords.class)
public class Accounts {

    private static final AtomicInteger COUNT = new AtomicInteger();

    private final JdbcClient jdbc;
    private final BuiltInRoles roles;
    private final Viewers viewers;

    public Accounts(JdbcClient jdbc, BuiltInRoles roles, Viewers viewers) {
        this.jdbc = jdbc;
        this.roles = roles;
        this.viewers = viewers;
    }

    /** May and sees everything; in no team. */
    public Viewer administrator() {
        return person("administrator", null);
    }

    /** Sees the own opportunities, all customers and contacts. */
    public Viewer representative(@Nullable Long teamId) {
        return person("sales_representative", teamId);
    }

    /** Sees the opportunities of the team and all below it; put in charge of the team. */
    public Viewer manager(@Nullable Long teamId) {
        Viewer manager = person("sales_manager", teamId);
        jdbc.sql("update team set manager_id = :person where id = :team")
                .param("person", manager.personId())
                .param("team", teamId, java.sql.Types.BIGINT)
                .update();
        return viewer(manager.personId());
    }

    public Viewer marketingManager() {
        return person("marketing_manager", null);
    }

    public Viewer serviceAgent() {
        return person("service_agent", null);
    }

    /** A person in a built-in role. */
    public Viewer person(String roleKey, @Nullable Long teamId) {
        roles.seed();
        long person = personWithoutRole(teamId);
        jdbc.sql("insert into person_role (person_id, role_id) values (?, ?)")
                .params(List.of(person, roles.id(roleKey)))
                .update();
        return viewer(person);
    }

    /** A person who may do nothing and sees nothing. */
    public Viewer nobody() {
        return viewer(personWithoutRole(null));
    }

    /** A person in a role of their own that allows this and nothing else. */
    public Viewer allowed(String... permissions) {
        long person = personWithoutRole(null);
        long role =
                jdbc.sql("""
                insert into role (id, name, created_at, updated_at)
                values (nextval('role_seq'), :name, now(), now()) returning id""").param("name", "Role " + person).query(Long.class).single();
        for (String permission : permissions) {
            jdbc.sql("insert into role_permission (role_id, permission) values (?, ?)")
                    .params(List.of(role, permission))
                    .update();
        }
        jdbc.sql("insert into person_role (person_id, role_id) values (?, ?)")
                .params(List.of(person, role))
                .update();
        return viewer(person);
    }

    /** As they are now. */
    public Viewer viewer(long personId) {
        return viewers.find(personId).orElseThrow();
    }

    private long personWithoutRole(@Nullable Long teamId) {
        int number = COUNT.incrementAndGet();
        return jdbc.sql("""
                insert into person (id, name, sign_in_name, team_id, created_at, updated_at)
                values (nextval('person_seq'), :name, :signInName, :team, now(), now()) returning id""")
                .param("name", "Person " + number)
                .param("signInName", "person" + number + "." + System.nanoTime())
                .param("team", teamId, java.sql.Types.BIGINT)
                .query(Long.class)
                .single();
    }

    /** A team; at the top of the tree without a parent. */
    public long team(String name, @Nullable Long parentId) {
        return jdbc.sql("""
                insert into team (id, name, parent_id, created_at, updated_at)
                values (nextval('team_seq'), :name, :parent, now(), now()) returning id""")
                .param("name", name)
                .param("parent", parentId, java.sql.Types.BIGINT)
                .query(Long.class)
                .single();
    }

    /** Makes a request as this viewer. */
    public static RequestPostProcessor signedIn(Viewer viewer) {
        return authentication(UsernamePasswordAuthenticationToken.authenticated(
                new SignedInPerson(viewer.personId()), null, List.of()));
    }
}
