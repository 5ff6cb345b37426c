package org.triviumcrm.sales;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;
import static org.triviumcrm.testing.Accounts.signedIn;

import jakarta.persistence.EntityManager;
import java.util.Locale;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.RequestBuilder;
import org.springframework.test.web.servlet.ResultActions;
import org.triviumcrm.identity.CompanySetUp;
import org.triviumcrm.identity.Viewer;
import org.triviumcrm.testing.Accounts;
import org.triviumcrm.testing.IntegrationTest;

/** An opportunity from the form to won or lost, through the pages. */
@IntegrationTest
class OpportunityLifeTests {

    @Autowired
    MockMvc mvc;

    @Autowired
    JdbcClient database;

    @Autowired
    Accounts accounts;

    @Autowired
    EntityManager entities;

    @Autowired
    ApplicationEventPublisher events;

    private Viewer representative;
    private Viewer colleague;
    private Viewer manager;

    @BeforeEach
    void company() {
        long office = accounts.team("West", null);
        long team = accounts.team("Team one", office);
        representative = accounts.representative(team);
        colleague = accounts.representative(team);
        manager = accounts.manager(office);
        Viewer administrator = accounts.administrator();
        events.publishEvent(
                new CompanySetUp("Acme", "USD", Locale.ENGLISH, administrator.zone(), false, administrator));
    }

    @Test
    void opensMovesAndWins() throws Exception {
        long id = open("Deal one");
        perform(post("/sales/opportunities/" + id + "/move")
                        .param("stageId", "" + stage("Proposal"))
                        .with(signedIn(representative))
                        .with(csrf()))
                .andExpect(redirectedUrl("/sales/opportunities/" + id));
        assertThat(string("select s.name from opportunity o join stage s on s.id = o.stage_id where o.id = " + id))
                .isEqualTo("Proposal");
        assertThat(number("select probability from opportunity where id = " + id))
                .isEqualTo(50);

        perform(post("/sales/opportunities/" + id + "/win")
                        .param("amount", "1200.50")
                        .param("closedOn", "2026-03-05")
                        .with(signedIn(representative))
                        .with(csrf()))
                .andExpect(redirectedUrl("/sales/opportunities/" + id));
        assertThat(string("select state || ' ' || amount || ' ' || closed_on from opportunity where id = " + id))
                .isEqualTo("WON 1200.50 2026-03-05");
        assertThat(number("select count(*) from stage_change where opportunity_id = " + id))
                .isEqualTo(3);
        assertThat(number("select sum(count) from opportunity_total where state = 'WON' and closed_month = '2026-03-01'"
                        + " and base_amount = 1200.50"))
                .isEqualTo(1);
        perform(get("/sales/opportunities/" + id).with(signedIn(representative)))
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("Deal one")));
    }

    @Test
    void losesOnlyWithAReason() throws Exception {
        long id = open("Deal two");
        perform(post("/sales/opportunities/" + id + "/loss")
                        .param("closedOn", "2026-03-05")
                        .param("note", "they liked the other blue")
                        .with(signedIn(representative))
                        .with(csrf()))
                .andExpect(status().isUnprocessableContent())
                .andExpect(content().string(containsString("Please choose why it was lost.")))
                .andExpect(content().string(containsString("they liked the other blue")));
        assertThat(string("select state from opportunity where id = " + id)).isEqualTo("OPEN");

        long reason = (long) number("select min(id) from lost_reason");
        perform(post("/sales/opportunities/" + id + "/loss")
                        .param("closedOn", "2026-03-05")
                        .param("reasonId", "" + reason)
                        .param("note", "they liked the other blue")
                        .with(signedIn(representative))
                        .with(csrf()))
                .andExpect(redirectedUrl("/sales/opportunities/" + id));
        assertThat(string("select state from opportunity where id = " + id)).isEqualTo("LOST");
    }

    @Test
    void isNotThereForAColleagueAndIsForTheManager() throws Exception {
        long id = open("Secret deal");
        for (String page : new String[] {"", "/edit", "/win", "/loss"}) {
            perform(get("/sales/opportunities/" + id + page).with(signedIn(colleague)))
                    .andExpect(status().isNotFound());
        }
        for (String action : new String[] {"", "/move", "/win", "/loss"}) {
            perform(post("/sales/opportunities/" + id + action)
                            .param("name", "Taken over")
                            .param("currency", "USD")
                            .param("version", "0")
                            .param("amount", "1")
                            .param("closedOn", "2026-01-01")
                            .param("reasonId", "1")
                            .param("stageId", "" + stage("Proposal"))
                            .with(signedIn(colleague))
                            .with(csrf()))
                    .andExpect(status().isNotFound());
        }
        perform(get("/sales/opportunities/" + id).with(signedIn(manager))).andExpect(status().isOk());
        perform(get("/sales/board").with(signedIn(manager))).andExpect(content().string(containsString("Secret deal")));
        perform(get("/sales/board").with(signedIn(colleague)))
                .andExpect(content().string(not(containsString("Secret deal"))));
        perform(get("/sales/opportunities").with(signedIn(colleague)))
                .andExpect(content().string(not(containsString("Secret deal"))));
        perform(get("/sales/opportunities").with(signedIn(manager)))
                .andExpect(content().string(containsString("Secret deal")));
    }

    @Test
    void aManagerGivesSeveralAwayAllOrNone() throws Exception {
        long one = open("Deal one");
        long two = open("Deal two");
        perform(get("/sales/opportunities").with(signedIn(manager)))
                .andExpect(content().string(containsString("/lists/opportunity/bulk/transfer")));
        perform(post("/lists/opportunity/bulk/transfer")
                        .param("ids", "" + one, "" + two)
                        .with(signedIn(manager))
                        .with(csrf()))
                .andExpect(content().string(containsString("Deal one")))
                .andExpect(content().string(containsString("Deal two")));
        transfers(manager, null, one, two)
                .andExpect(status().isUnprocessableContent())
                .andExpect(content().string(containsString("Please choose a person.")))
                .andExpect(content().string(containsString("Deal two")));
        transfers(manager, colleague, one, 424242).andExpect(status().isNotFound());
        entities.clear();
        transfers(manager, colleague, two, one, two).andExpect(redirectedUrl("/sales/opportunities"));
        assertThat(number("select count(*) from opportunity where owner_id = " + colleague.personId()))
                .isEqualTo(2);
        assertThat(number("select count from opportunity_total where count > 0"))
                .isEqualTo(2);
        transfers(representative, representative, one).andExpect(status().isForbidden());
    }

    private ResultActions transfers(Viewer by, Viewer to, long... ids) throws Exception {
        var request =
                post("/lists/opportunity/bulk/transfer/runs").with(signedIn(by)).with(csrf());
        for (long id : ids) {
            request.param("ids", "" + id);
        }
        return perform(to == null ? request : request.param("ownerId", "" + to.personId()));
    }

    @Test
    void keepsWhatWasTypedWhenItCanNotBeRead() throws Exception {
        perform(post("/sales/opportunities")
                        .param("name", "Typed name")
                        .param("amount", "a lot")
                        .param("currency", "USD")
                        .param("expectedCloseDate", "soon")
                        .param("stageId", "" + stage("Prospecting"))
                        .with(signedIn(representative))
                        .with(csrf()))
                .andExpect(status().isUnprocessableContent())
                .andExpect(content().string(containsString("Please enter a number.")))
                .andExpect(content().string(containsString("Please enter a date")))
                .andExpect(content().string(containsString("a lot")))
                .andExpect(content().string(containsString("soon")))
                .andExpect(content().string(containsString("Typed name")));
    }

    @Test
    void showsBothVersionsWhenSomebodyWasFaster() throws Exception {
        long id = open("Contended");
        update(id, "Theirs", 0).andExpect(redirectedUrl("/sales/opportunities/" + id));
        update(id, "Mine", 0)
                .andExpect(status().isConflict())
                .andExpect(content().string(containsString("Theirs")))
                .andExpect(content().string(containsString("Mine")));
        assertThat(string("select name from opportunity where id = " + id)).isEqualTo("Theirs");
    }

    @Test
    void refusesAMoveOfAWonOneInWords() throws Exception {
        long id = open("Done deal");
        perform(post("/sales/opportunities/" + id + "/win")
                .param("amount", "10")
                .param("closedOn", "2026-03-05")
                .with(signedIn(representative))
                .with(csrf()));
        perform(post("/sales/opportunities/" + id + "/move")
                        .header("HX-Request", "true")
                        .param("stageId", "" + stage("Proposal"))
                        .with(signedIn(representative))
                        .with(csrf()))
                .andExpect(status().isConflict());
        assertThat(string("select state from opportunity where id = " + id)).isEqualTo("WON");
    }

    /** Each request ends as its transaction would: written, and read anew by the next. */
    private ResultActions perform(RequestBuilder request) throws Exception {
        ResultActions result = mvc.perform(request);
        entities.flush();
        entities.clear();
        return result;
    }

    private ResultActions update(long id, String name, int version) throws Exception {
        return perform(post("/sales/opportunities/" + id)
                .param("name", name)
                .param("currency", "USD")
                .param("version", "" + version)
                .with(signedIn(representative))
                .with(csrf()));
    }

    private long open(String name) throws Exception {
        String location = perform(post("/sales/opportunities")
                        .param("name", name)
                        .param("amount", "1000")
                        .param("currency", "USD")
                        .param("stageId", "" + stage("Prospecting"))
                        .with(signedIn(representative))
                        .with(csrf()))
                .andExpect(status().is3xxRedirection())
                .andReturn()
                .getResponse()
                .getRedirectedUrl();
        return Long.parseLong(location.substring(location.lastIndexOf('/') + 1));
    }

    private long stage(String name) {
        return (long) number("select id from stage where name = '" + name + "'");
    }

    private double number(String sql) {
        return database.sql(sql).query(Double.class).single();
    }

    private String string(String sql) {
        return database.sql(sql).query(String.class).single();
    }
}
