package org.triviumcrm.identity.person;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.triviumcrm.identity.PersonRef;
import org.triviumcrm.identity.RoleRef;
import org.triviumcrm.identity.Roles;
import org.triviumcrm.identity.Superiors;
import org.triviumcrm.identity.Viewer;
import org.triviumcrm.identity.role.BuiltInRoles;
import org.triviumcrm.testing.Accounts;
import org.triviumcrm.testing.IntegrationTest;

@IntegrationTest
class StaffDirectoryTests {

    @Autowired
    Superiors superiors;

    @Autowired
    Roles roles;

    @Autowired
    BuiltInRoles builtIn;

    @Autowired
    Accounts accounts;

    @Autowired
    JdbcClient jdbc;

    private long company;
    private long west;
    private long team;
    private long chief;
    private long director;
    private long manager;
    private long representative;

    @BeforeEach
    void threeLevels() {
        company = accounts.team("Company", null);
        west = accounts.team("West", company);
        team = accounts.team("Team 1", west);
        chief = accounts.manager(company).personId();
        director = accounts.manager(west).personId();
        manager = accounts.manager(team).personId();
        representative = accounts.representative(team).personId();
    }

    @Test
    void climbsFromTheOwnTeamToTheTop() {
        assertThat(ids(superiors.above(representative))).containsExactly(manager, director, chief);
        assertThat(ids(superiors.above(manager))).containsExactly(director, chief);
        assertThat(ids(superiors.above(chief))).isEmpty();
        assertThat(ids(superiors.inCharge(west))).containsExactly(director, chief);
    }

    @Test
    void nobodyStandsOutsideTheTreeOrTwiceInTheLine() {
        assertThat(superiors.above(accounts.representative(null).personId())).isEmpty();
        inCharge(west, manager);
        assertThat(ids(superiors.above(representative))).containsExactly(manager, chief);
        inCharge(west, representative);
        assertThat(ids(superiors.above(representative))).containsExactly(manager, chief);
    }

    @Test
    void whoHasLeftOrIsMissingIsPassedOver() {
        jdbc.sql("update person set active = false where id = ?").param(manager).update();
        inCharge(west, null);
        assertThat(ids(superiors.above(representative))).containsExactly(chief);
        assertThat(ids(superiors.inCharge(team))).containsExactly(chief);
    }

    @Test
    void aCircleInTheTreeEndsTheClimb() {
        jdbc.sql("update team set parent_id = ? where id = ?")
                .params(team, company)
                .update();
        assertThat(ids(superiors.above(representative))).containsExactly(manager, director, chief);
    }

    @Test
    void knowsWhoHasARole() {
        Viewer elsewhere = accounts.representative(accounts.team("East", company));
        Viewer gone = accounts.representative(team);
        jdbc.sql("update person set active = false where id = ?")
                .param(gone.personId())
                .update();
        long role = builtIn.id("sales_representative");
        long managers = builtIn.id("sales_manager");

        assertThat(ids(roles.holders(role)))
                .contains(representative, elsewhere.personId())
                .doesNotContain(gone.personId(), manager);
        assertThat(ids(roles.holders(role, team))).containsExactly(representative);
        assertThat(ids(roles.holders(managers, team))).containsExactlyInAnyOrder(manager, director, chief);
        assertThat(ids(roles.holders(managers, west))).containsExactlyInAnyOrder(director, chief);
    }

    @Test
    void namesRolesInTheReadersLanguage() {
        long managers = builtIn.id("sales_manager");
        assertThat(name(managers, Locale.ENGLISH)).isEqualTo("Sales manager");
        assertThat(name(managers, Locale.SIMPLIFIED_CHINESE)).isEqualTo("销售经理");
    }

    private String name(long role, Locale locale) {
        return roles.all(locale).stream()
                .filter(ref -> ref.id() == role)
                .map(RoleRef::name)
                .findFirst()
                .orElseThrow();
    }

    private void inCharge(long of, @Nullable Long person) {
        jdbc.sql("update team set manager_id = :person where id = :team")
                .param("person", person, java.sql.Types.BIGINT)
                .param("team", of)
                .update();
    }

    private static List<Long> ids(List<PersonRef> people) {
        return people.stream().map(PersonRef::id).toList();
    }
}
