package org.triviumcrm.sales.pipeline;

import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.matchesRegex;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;
import static org.triviumcrm.testing.Accounts.signedIn;

import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import org.triviumcrm.identity.CompanySetUp;
import org.triviumcrm.identity.Viewer;
import org.triviumcrm.testing.Accounts;
import org.triviumcrm.testing.CommittingTest;

/** Who changed the rules of a pipeline, and how, in words. */
@CommittingTest
class RulesInTheHistoryTests {

    @Autowired
    MockMvc mvc;

    @Autowired
    JdbcClient database;

    @Autowired
    Accounts accounts;

    @Autowired
    ApplicationEventPublisher events;

    @Test
    void nameRuleStagesAndFields() throws Exception {
        Viewer administrator = accounts.administrator();
        events.publishEvent(
                new CompanySetUp("Acme", "USD", Locale.ENGLISH, administrator.zone(), false, administrator));
        long pipeline =
                database.sql("select id from pipeline").query(Long.class).single();
        long first = stage("Prospecting");
        mvc.perform(post("/administration/pipelines/" + pipeline + "/rules")
                        .with(csrf())
                        .with(signedIn(administrator))
                        .param("moveRule", "MATRIX")
                        .param("rollback", "ANY")
                        .param("moves", first + "-" + stage("Proposal"))
                        .param("entries", "" + first)
                        .param("asked", first + "-NEXT_STEP")
                        .param("version", "0"))
                .andExpect(status().is3xxRedirection());
        mvc.perform(get("/administration/log/changes").with(signedIn(administrator)))
                .andExpect(content().string(containsString("As chosen in the table below")))
                .andExpect(content().string(matchesRegex("(?s).*Next stages.*Proposal.*")))
                .andExpect(content().string(matchesRegex("(?s).*Required fields.*Next step.*")));
    }

    /** Outside of a test's transaction, as in life: the forms show what was chosen. */
    @Test
    void theFormsOfAPipelineOfATeamOpen() throws Exception {
        Viewer administrator = accounts.administrator();
        events.publishEvent(
                new CompanySetUp("Acme", "USD", Locale.ENGLISH, administrator.zone(), false, administrator));
        long pipeline =
                database.sql("select id from pipeline").query(Long.class).single();
        String team = "" + accounts.team("West", null);
        String form = "/administration/pipelines/" + pipeline;
        mvc.perform(post(form)
                        .with(csrf())
                        .with(signedIn(administrator))
                        .param("name", "Sales")
                        .param("teamIds", team)
                        .param("defaultTeamIds", team)
                        .param("_teamsBelow", "on")
                        .param("active", "true")
                        .param("version", "0"))
                .andExpect(status().is3xxRedirection());
        mvc.perform(get(form + "/edit").with(signedIn(administrator)))
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("value=\"" + team + "\" selected")));
        mvc.perform(get("/administration/pipelines").with(signedIn(administrator)))
                .andExpect(content().string(containsString("Usual for West")));
        mvc.perform(get(form + "/rules").with(signedIn(administrator))).andExpect(status().isOk());
        mvc.perform(post(form)
                        .with(csrf())
                        .with(signedIn(administrator))
                        .param("name", "Other")
                        .param("_teamsBelow", "on")
                        .param("_active", "on")
                        .param("version", "0"))
                .andExpect(status().isConflict());
    }

    private long stage(String name) {
        return database.sql("select id from stage where name = ?")
                .param(name)
                .query(Long.class)
                .single();
    }
}
