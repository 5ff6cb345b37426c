package org.triviumcrm.identity.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.security.access.AccessDeniedException;
import org.triviumcrm.identity.NewPerson;
import org.triviumcrm.identity.People;
import org.triviumcrm.identity.Scope;
import org.triviumcrm.identity.Teams;
import org.triviumcrm.identity.Viewer;
import org.triviumcrm.testing.Accounts;
import org.triviumcrm.testing.IntegrationTest;

@IntegrationTest
class ViewerLoadingTests {

    @Autowired
    Accounts accounts;

    @Autowired
    Teams teams;

    @Autowired
    People people;

    @Test
    void anAdministratorSeesEverything() {
        assertThat(accounts.administrator().scope("opportunity")).isEqualTo(new Scope.Everything());
    }

    @Test
    void aManagerReachesTheTeamAndAllBelow() {
        long west = accounts.team("West", null);
        long coast = accounts.team("Coast", west);
        accounts.team("East", null);

        Viewer manager = accounts.manager(west);

        assertThat(manager.teamsBelow()).containsExactlyInAnyOrder(west, coast);
        assertThat(manager.scope("opportunity").includes(null, coast)).isTrue();
    }

    @Test
    void aRepresentativeSeesOnlyOwnOpportunities() {
        Viewer representative = accounts.representative(accounts.team("West", null));

        assertThat(representative.scope("opportunity")).isEqualTo(new Scope.Own(representative.personId()));
        assertThat(representative.scope("customer")).isEqualTo(new Scope.Everything());
    }

    @Test
    void importsBringTeamsAndPeopleAlong() {
        Viewer administrator = accounts.administrator();
        long office = teams.create(administrator, "Central", null).id();
        long team = teams.create(administrator, "Dustin Brinkmann", office).id();

        long agent = people.create(
                        administrator, new NewPerson("Moses Frase", null, null, team, "sales_representative", null))
                .id();
        teams.putInCharge(administrator, team, agent);

        assertThat(teams.path(team)).isEqualTo("Central / Dustin Brinkmann");
        assertThat(people.findByName("moses frase")).map(found -> found.id()).contains(agent);
        assertThat(people.findByName("moses.frase")).map(found -> found.id()).contains(agent);
        assertThat(people.choices(administrator, "opportunity", "fra", 5))
                .extracting("id")
                .contains(agent);
    }

    @Test
    void whoMayNotManagePeopleIsRefused() {
        Viewer representative = accounts.representative(null);

        assertThatThrownBy(() -> people.create(
                        representative, new NewPerson("A", null, null, null, "sales_representative", null)))
                .isInstanceOf(AccessDeniedException.class);
    }
}
