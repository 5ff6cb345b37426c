package org.triviumcrm.sales.pipeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.flash;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;
import static org.triviumcrm.testing.Accounts.signedIn;

import jakarta.persistence.EntityManager;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;
import org.triviumcrm.identity.CompanySetUp;
import org.triviumcrm.identity.Viewer;
import org.triviumcrm.testing.Accounts;
import org.triviumcrm.testing.IntegrationTest;

/** A pipeline is everybody's or that of some teams; a team's new opportunities begin in its usual one. */
@IntegrationTest
class PipelinesOfTeamsTests {

    @Autowired
    MockMvc mvc;

    @Autowired
    JdbcClient database;

    @Autowired
    Accounts accounts;

    @Autowired
    PipelineService pipelines;

    @Autowired
    EntityManager entities;

    @Autowired
    ApplicationEventPublisher events;

    private long office;
    private long team;
    private Viewer administrator;
    private Viewer manager;
    private Viewer representative;
    private Viewer elsewhere;

    @BeforeEach
    void company() {
        office = accounts.team("West", null);
        team = accounts.team("Team one", office);
        administrator = accounts.administrator();
        manager = accounts.manager(office);
        representative = accounts.representative(team);
        elsewhere = accounts.representative(accounts.team("East", null));
        events.publishEvent(
                new CompanySetUp("Acme", "USD", Locale.ENGLISH, administrator.zone(), false, administrator));
    }

    @Test
    void isOfferedToItsTeamsAndThoseBelowOnly() throws Exception {
        save("Renewals", "teamIds", "" + office, "teamsBelow", "true", "_teamsBelow", "on")
                .andExpect(flash().attribute("notice", "sales.pipeline.saved"));
        for (Viewer one : List.of(representative, manager, administrator)) {
            assertThat(names(one)).containsExactly("Sales", "Renewals");
            show("/sales/board", one).andExpect(content().string(containsString("Renewals")));
        }
        assertThat(names(elsewhere)).containsExactly("Sales");
        show("/sales/board", elsewhere).andExpect(content().string(not(containsString("Renewals"))));
        show("/sales/opportunities/new", elsewhere).andExpect(content().string(not(containsString("Renewals"))));
    }

    @Test
    void isTheManagersWhoLooksAfterItsTeamButNotOfAnotherTeamBelowThatManager() throws Exception {
        save("Renewals", "teamIds", "" + team, "_teamsBelow", "on");
        assertThat(names(representative)).contains("Renewals");
        assertThat(names(manager)).contains("Renewals");
        assertThat(names(accounts.representative(office))).containsExactly("Sales");
        assertThat(names(accounts.representative(accounts.team("Team two", office))))
                .containsExactly("Sales");
    }

    @Test
    void withoutThoseBelowIsThatOfTheTeamAlone() throws Exception {
        save("Office", "teamIds", "" + office, "_teamsBelow", "on");
        assertThat(names(accounts.representative(office))).contains("Office");
        assertThat(names(representative)).containsExactly("Sales");
    }

    @Test
    void takesNoNewOpportunitiesOfOthersAndKeepsThoseThatAreThere() throws Exception {
        save("Renewals", "_teamsBelow", "on");
        long stage = stage("Renewals");
        create(elsewhere, "Before", stage).andExpect(status().is3xxRedirection());
        entities.flush();
        long pipeline = id("Renewals");
        update(pipeline, "Renewals", "teamIds", "" + team, "_teamsBelow", "on", "version", "0")
                .andExpect(flash().attribute("notice", "sales.pipeline.saved"));
        create(elsewhere, "After", stage).andExpect(status().isNotFound());
        create(representative, "After", stage).andExpect(status().is3xxRedirection());
        long before = database.sql("select id from opportunity where name = 'Before'")
                .query(Long.class)
                .single();
        show("/sales/opportunities/" + before, elsewhere)
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("Renewals")));
        show("/sales/opportunities", elsewhere).andExpect(content().string(containsString("Before")));
    }

    @Test
    void isWhereNewOpportunitiesOfATeamAndThoseBelowBegin() throws Exception {
        save("Renewals", "defaultTeamIds", "" + office, "_teamsBelow", "on");
        assertThat(usual(representative)).isEqualTo("Renewals");
        assertThat(usual(elsewhere)).isEqualTo("Sales");
        show("/sales/opportunities/new", representative)
                .andExpect(content().string(containsString("value=\"" + stage("Renewals") + "\" selected")));

        save("Own", "defaultTeamIds", "" + team, "_teamsBelow", "on");
        assertThat(usual(representative)).isEqualTo("Own");
        assertThat(usual(manager)).isEqualTo("Renewals");

        save("Newest", "defaultTeamIds", "" + office, "_teamsBelow", "on");
        assertThat(usual(manager)).isEqualTo("Newest");
        entities.clear();
        assertThat(database.sql("select count(*) from pipeline_default")
                        .query(Long.class)
                        .single())
                .isEqualTo(2);
    }

    @Test
    void theFormShowsWhatWasChosenAlsoWhenItIsWrong() throws Exception {
        save("", "teamIds", "" + team, "defaultTeamIds", "" + office, "_teamsBelow", "on")
                .andExpect(status().isUnprocessableContent())
                .andExpect(content().string(containsString("value=\"" + team + "\" selected")))
                .andExpect(content().string(containsString("value=\"" + office + "\" selected")));
        save("Renewals", "teamIds", "" + team, "_teamsBelow", "on");
        show("/administration/pipelines/" + id("Renewals") + "/edit", administrator)
                .andExpect(content().string(containsString("value=\"" + team + "\" selected")));
        show("/administration/pipelines", administrator).andExpect(content().string(containsString("West / Team one")));
        show("/administration/pipelines", representative).andExpect(status().isForbidden());
    }

    private List<String> names(Viewer viewer) {
        return pipelines.of(viewer).stream().map(PipelineChoice::name).toList();
    }

    private String usual(Viewer viewer) {
        return PipelineChoice.usual(pipelines.of(viewer)).orElseThrow().name();
    }

    private ResultActions create(Viewer viewer, String name, long stage) throws Exception {
        return send("/sales/opportunities", viewer, "name", name, "currency", "USD", "stageId", "" + stage);
    }

    private ResultActions save(String name, String... values) throws Exception {
        ResultActions saved = send("/administration/pipelines", administrator, with(name, values));
        entities.flush();
        return saved;
    }

    private ResultActions update(long id, String name, String... values) throws Exception {
        ResultActions saved = send("/administration/pipelines/" + id, administrator, with(name, values));
        entities.flush();
        return saved;
    }

    private static String[] with(String name, String... values) {
        String[] all = new String[values.length + 4];
        System.arraycopy(values, 0, all, 4, values.length);
        all[0] = "name";
        all[1] = name;
        all[2] = "active";
        all[3] = "true";
        return all;
    }

    private ResultActions send(String address, Viewer viewer, String... values) throws Exception {
        var request = post(address).with(csrf()).with(signedIn(viewer));
        for (int at = 0; at < values.length; at += 2) {
            request.param(values[at], values[at + 1]);
        }
        return mvc.perform(request);
    }

    private ResultActions show(String address, Viewer viewer) throws Exception {
        return mvc.perform(get(address).with(signedIn(viewer)));
    }

    private long id(String pipeline) {
        return database.sql("select id from pipeline where name = ?")
                .param(pipeline)
                .query(Long.class)
                .single();
    }

    private long stage(String pipeline) {
        return database.sql("select s.id from stage s join pipeline p on p.id = s.pipeline_id"
                        + " where p.name = ? and s.kind = 'OPEN' order by s.position limit 1")
                .param(pipeline)
                .query(Long.class)
                .single();
    }
}
