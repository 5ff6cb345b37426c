package org.triviumcrm.identity.person;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.flash;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;
import static org.triviumcrm.testing.Accounts.signedIn;

import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.event.ApplicationEvents;
import org.springframework.test.context.event.RecordApplicationEvents;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.triviumcrm.identity.PersonMovedTeam;
import org.triviumcrm.identity.PersonSwitchedOff;
import org.triviumcrm.identity.Viewer;
import org.triviumcrm.identity.role.BuiltInRoles;
import org.triviumcrm.testing.Accounts;
import org.triviumcrm.testing.IntegrationTest;

@IntegrationTest
@RecordApplicationEvents
class AdministrationTests {

    @Autowired
    MockMvc mvc;

    @Autowired
    Accounts accounts;

    @Autowired
    BuiltInRoles roles;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    ApplicationEvents events;

    private Viewer administrator;

    @BeforeEach
    void onlyOneAdministrator() {
        jdbc.sql("delete from person_role").update();
        administrator = accounts.administrator();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/administration/people", "/administration/people/new", "/administration/teams",
                "/administration/teams/new", "/administration/roles", "/administration/roles/new",
                "/administration/log", "/administration/log/changes"
            })
    void thePagesOpenForAnAdministratorAndForNobodyElse(String path) throws Exception {
        mvc.perform(get(path).with(signedIn(administrator))).andExpect(status().isOk());
        mvc.perform(get(path).with(signedIn(accounts.representative(null)))).andExpect(status().isForbidden());
        mvc.perform(get(path)).andExpect(redirectedUrl("/sign-in"));
    }

    @Test
    void aNewPersonGetsATemporaryPasswordAndMustChangeIt() throws Exception {
        mvc.perform(person(post("/administration/people"), "Zoe Tester", "zoe.tester")
                        .param("password", "first light at sea"))
                .andExpect(redirectedUrl("/administration/people"));

        long zoe = jdbc.sql("select id from person where sign_in_name = 'zoe.tester' and must_change_password")
                .query(Long.class)
                .single();
        Viewer viewer = new Viewer(zoe, "Zoe", null, List.of(), Set.of(), Map.of(), Locale.ENGLISH, ZoneId.of("UTC"));
        mvc.perform(get("/administration/people").with(signedIn(viewer))).andExpect(redirectedUrl("/account/password"));
    }

    @Test
    void whatIsWrongStandsAtTheFieldAndNothingTypedIsLost() throws Exception {
        mvc.perform(person(post("/administration/people"), "", "with space"))
                .andExpect(status().isUnprocessableContent())
                .andExpect(content().string(containsString("value=\"with space\"")))
                .andExpect(content().string(containsString("Please fill this in.")));
    }

    @Test
    void aTakenSignInNameIsRefused() throws Exception {
        mvc.perform(person(post("/administration/people"), "One", "same.name")).andExpect(status().is3xxRedirection());
        mvc.perform(person(post("/administration/people"), "Two", "Same.Name"))
                .andExpect(status().isUnprocessableContent());
    }

    @Test
    void whoeverChangesTeamsIsAnnounced() throws Exception {
        long west = accounts.team("West", null);
        Viewer representative = accounts.representative(null);

        mvc.perform(person(post(path(representative)), "Rep", "rep.moved")
                        .param("teamId", Long.toString(west))
                        .param("version", "0"))
                .andExpect(redirectedUrl(path(representative)));

        assertThat(events.stream(PersonMovedTeam.class)).singleElement().satisfies(moved -> {
            assertThat(moved.personId()).isEqualTo(representative.personId());
            assertThat(moved.fromTeamId()).isNull();
            assertThat(moved.toTeamId()).isEqualTo(west);
        });
    }

    @Test
    void whoeverIsSwitchedOffIsAnnouncedOnce() throws Exception {
        Viewer representative = accounts.representative(null);

        for (int time = 0; time < 2; time++) {
            mvc.perform(post(path(representative) + "/deactivation")
                            .with(csrf())
                            .with(signedIn(administrator)))
                    .andExpect(flash().attribute("notice", "identity.person.switchedOff"));
        }

        assertThat(events.stream(PersonSwitchedOff.class)).singleElement().satisfies(gone -> {
            assertThat(gone.personId()).isEqualTo(representative.personId());
            assertThat(gone.viewer().personId()).isEqualTo(administrator.personId());
        });
    }

    @Test
    void theLastAdministratorStays() throws Exception {
        mvc.perform(post(path(administrator) + "/deactivation").with(csrf()).with(signedIn(administrator)))
                .andExpect(flash().attribute("problem", "identity.error.lastAdministrator"));
        mvc.perform(person(post(path(administrator)), "Admin", "admin.x").param("version", "0"))
                .andExpect(status().isUnprocessableContent());

        accounts.administrator();
        mvc.perform(post(path(administrator) + "/deactivation").with(csrf()).with(signedIn(administrator)))
                .andExpect(flash().attribute("notice", "identity.person.switchedOff"));
    }

    @Test
    void whoIsSwitchedOffIsOutAtOnce() throws Exception {
        Viewer representative = accounts.representative(null);
        mvc.perform(get("/account").with(signedIn(representative))).andExpect(status().isOk());

        mvc.perform(post(path(representative) + "/deactivation").with(csrf()).with(signedIn(administrator)));

        mvc.perform(get("/account").with(signedIn(representative))).andExpect(redirectedUrl("/sign-in"));
    }

    @Test
    void nobodyHandsOutMoreThanTheOwnRights() throws Exception {
        Viewer helper = accounts.representative(null);
        jdbc.sql(
                        "insert into role_permission select role_id, 'identity.person.manage' from person_role where person_id = ?")
                .param(helper.personId())
                .update();

        mvc.perform(post("/administration/people")
                        .with(csrf())
                        .with(signedIn(helper))
                        .param("name", "Mate")
                        .param("signInName", "mate")
                        .param("language", "en")
                        .param("roleIds", Long.toString(roles.id("administrator"))))
                .andExpect(status().isUnprocessableContent());
        mvc.perform(post(path(administrator) + "/temporary-password")
                        .with(csrf())
                        .with(signedIn(helper))
                        .param("password", "first light at sea"))
                .andExpect(flash().attribute("problem", "identity.error.administrator"));
    }

    @Test
    void aTeamNeverHangsBelowItself() throws Exception {
        long top = accounts.team("Top", null);
        long below = accounts.team("Below", top);

        mvc.perform(post("/administration/teams/" + top)
                        .with(csrf())
                        .with(signedIn(administrator))
                        .param("name", "Top")
                        .param("parentId", Long.toString(below))
                        .param("version", "0"))
                .andExpect(status().isUnprocessableContent())
                .andExpect(content().string(containsString("A team can not hang below itself.")));
    }

    @Test
    void aChangedRoleCountsWithTheNextRequest() throws Exception {
        Viewer representative = accounts.representative(null);
        long role = roles.id("sales_representative");

        mvc.perform(post("/administration/roles/" + role)
                        .with(csrf())
                        .with(signedIn(administrator))
                        .param("name", "Sales representative")
                        .param("permissions", "identity.log.view")
                        .param("version", "0"))
                .andExpect(redirectedUrl("/administration/roles"));

        mvc.perform(get("/administration/log").with(signedIn(representative))).andExpect(status().isOk());
        mvc.perform(post("/administration/roles/" + roles.id("administrator"))
                        .with(csrf())
                        .with(signedIn(administrator))
                        .param("name", "Weak")
                        .param("version", "0"))
                .andExpect(status().isUnprocessableContent());
    }

    private MockHttpServletRequestBuilder person(
            MockHttpServletRequestBuilder request, String name, String signInName) {
        return request.with(csrf())
                .with(signedIn(administrator))
                .param("name", name)
                .param("signInName", signInName)
                .param("language", "en");
    }

    private static String path(Viewer person) {
        return "/administration/people/" + person.personId();
    }
}
