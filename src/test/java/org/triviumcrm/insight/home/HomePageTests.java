package org.triviumcrm.insight.home;

import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;
import static org.triviumcrm.support.Accounts.signedIn;

import java.math.BigDecimal;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import org.triviumcrm.identity.Viewer;
import org.triviumcrm.support.Accounts;
import org.triviumcrm.support.IntegrationTest;

@IntegrationTest
class HomePageTests {

    @Autowired
    MockMvc mvc;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    Accounts accounts;

    private Viewer owner;
    private Viewer manager;

    @BeforeEach
    void rows() {
        long team = accounts.team("Home team", null);
        owner = accounts.representative(team);
        manager = accounts.manager(team);
        jdbc.sql(
                        "insert into pipeline (id, name, position, created_at, updated_at) values (930000001, 'Home', 1, now(), now())")
                .update();
        jdbc.sql("""
                insert into stage (id, pipeline_id, name, position, kind, probability, created_at, updated_at)
                values (930000001, 930000001, 'First talk', 1, 'OPEN', 50, now(), now())""").update();
        opportunity(930000001L, "OPEN", "1250", team);
        opportunity(930000002L, "WON", "4321", team);
        jdbc.sql("""
                insert into activity (id, kind, about_type, about_id, subject, at, owner_id, created_at, updated_at)
                values (930000001, 'TASK', 'opportunity', 930000001, 'Send the papers', now() - interval '2 days', ?, now(), now())""").param(owner.personId()).update();
    }

    @Test
    void aRepresentativeSeesTasksStaleDealsAndTheOwnFigures() throws Exception {
        mvc.perform(get("/").with(signedIn(owner)))
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("Send the papers")))
                .andExpect(content().string(containsString("Overdue")))
                .andExpect(content().string(containsString("Deal 930000001")))
                .andExpect(content().string(containsString("1,250")))
                .andExpect(content().string(containsString("4,321")))
                .andExpect(content().string(not(containsString("by person"))));
    }

    @Test
    void aManagerSeesWhoWon() throws Exception {
        mvc.perform(get("/").with(signedIn(manager)))
                .andExpect(content().string(containsString("by person")))
                .andExpect(content().string(containsString(owner.name())))
                .andExpect(content().string(not(containsString("Send the papers"))));
    }

    @Test
    void othersSeeNoneOfIt() throws Exception {
        mvc.perform(get("/").with(signedIn(accounts.representative(null))))
                .andExpect(content().string(not(containsString("4,321"))));
        mvc.perform(get("/").with(signedIn(accounts.nobody())))
                .andExpect(status().isOk())
                .andExpect(content().string(not(containsString("Open opportunities"))));
    }

    private void opportunity(long id, String state, String amount, long team) {
        jdbc.sql("""
                insert into opportunity (id, name, pipeline_id, stage_id, state, currency, amount, base_amount, probability,
                    opened_on, closed_on, stage_entered_at, owner_id, team_id, created_at, updated_at)
                values (:id, 'Deal ' || :id, 930000001, 930000001, :state, 'USD', :amount, :amount, 50, current_date - 60,
                    case when :state = 'OPEN' then null else current_date end, now() - interval '60 days', :owner, :team,
                    now(), now())""")
                .param("id", id)
                .param("state", state)
                .param("amount", new BigDecimal(amount))
                .param("owner", owner.personId())
                .param("team", team)
                .update();
    }
}
