package org.triviumcrm.identity.setup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.matchesPattern;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.forwardedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.event.ApplicationEvents;
import org.springframework.test.context.event.RecordApplicationEvents;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.triviumcrm.identity.CompanySetUp;
import org.triviumcrm.testing.Accounts;
import org.triviumcrm.testing.IntegrationTest;

@IntegrationTest
@RecordApplicationEvents
class FirstRunTests {

    @Autowired
    MockMvc mvc;

    @Autowired
    Accounts accounts;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    ApplicationEvents events;

    @Autowired
    UnattendedSetup unattended;

    @BeforeEach
    void nobodyYet() {
        jdbc.sql("truncate table person, team, company cascade").update();
    }

    @Test
    void thePageIsThereUntilThereIsSomebody() throws Exception {
        mvc.perform(get("/setup")).andExpect(status().isOk());

        accounts.nobody();
        mvc.perform(get("/setup")).andExpect(status().isNotFound());
        mvc.perform(filled("first light at sea")).andExpect(status().isNotFound());
    }

    @Test
    void itMakesCompanyAndAdministratorAndTellsTheModules() throws Exception {
        mvc.perform(filled("first light at sea")).andExpect(redirectedUrl("/sign-in"));

        assertThat(events.stream(CompanySetUp.class)).singleElement().satisfies(company -> {
            assertThat(company.name()).isEqualTo("Harbour and Vale");
            assertThat(company.currency()).isEqualTo("GBP");
            assertThat(company.administrator().can("anything.at.all")).isTrue();
        });
        assertThat(jdbc.sql("select time_zone from company").query(String.class).single())
                .isEqualTo("Europe/London");
    }

    @Test
    void aWeakPasswordIsRefusedAndNothingIsMade() throws Exception {
        mvc.perform(filled("password123"))
                .andExpect(status().isUnprocessableContent())
                .andExpect(content().string(containsString("Harbour and Vale")));

        assertThat(jdbc.sql("select count(*) from company").query(Long.class).single())
                .isZero();
    }

    /** Otherwise whoever comes in the first moments could make himself the administrator. */
    @Test
    void anUnattendedFirstRunIsOverBeforeRequestsAreTaken() {
        assertThat(unattended.getPhase()).isLessThan(WebServerApplicationContext.START_STOP_LIFECYCLE_PHASE);
    }

    @Test
    void aFormWithoutItsFieldsIsRefusedAtTheFields() throws Exception {
        mvc.perform(post("/setup")
                        .with(csrf())
                        .param("password", "first light at sea")
                        .param("demoPassword", "four kites above")
                        .param("demo", "true"))
                .andExpect(status().isUnprocessableContent())
                .andExpect(content().string(containsString("Please fill this in.")));
    }

    @Test
    void demoPeopleHaveAPasswordOfTheirOwn() throws Exception {
        mvc.perform(get("/setup"))
                .andExpect(content().string(matchesPattern("(?s).*name=\"demoPassword\" value=\"[a-z2-9-]{14}\".*")));
        String administrators = "first light at sea";
        mvc.perform(filled(administrators, true))
                .andExpect(status().isUnprocessableContent())
                .andExpect(content().string(containsString("Please fill this in.")));
        mvc.perform(filled(administrators, true).param("demoPassword", administrators))
                .andExpect(status().isUnprocessableContent())
                .andExpect(content().string(containsString("another one than yours")));
        mvc.perform(filled(administrators, true).param("demoPassword", "short"))
                .andExpect(status().isUnprocessableContent());
        assertThat(jdbc.sql("select count(*) from company").query(Long.class).single())
                .isZero();

        mvc.perform(filled(administrators, true).param("demoPassword", "four kites above"))
                .andExpect(redirectedUrl("/sign-in"));

        signIn("priya.raman", administrators).andExpect(forwardedUrl("/sign-in/refused"));
        signIn("ann", "four kites above").andExpect(forwardedUrl("/sign-in/refused"));
        signIn("priya.raman", "four kites above").andExpect(redirectedUrl("/"));
        signIn("ann", administrators).andExpect(redirectedUrl("/"));
    }

    private ResultActions signIn(String name, String password) throws Exception {
        return mvc.perform(post("/sign-in").with(csrf()).param("name", name).param("password", password));
    }

    private static MockHttpServletRequestBuilder filled(String password) {
        return filled(password, false);
    }

    private static MockHttpServletRequestBuilder filled(String password, boolean demo) {
        return post("/setup")
                .with(csrf())
                .param("company", "Harbour and Vale")
                .param("currency", "GBP")
                .param("language", "en")
                .param("timeZone", "Europe/London")
                .param("name", "Ann Example")
                .param("signInName", "ann")
                .param("password", password)
                .param("demo", "" + demo);
    }
}
