package org.triviumcrm.sales.opportunity;

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
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.hamcrest.Matchers;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;
import org.triviumcrm.identity.BulkRefusal;
import org.triviumcrm.identity.CompanySetUp;
import org.triviumcrm.identity.Viewer;
import org.triviumcrm.testing.Accounts;
import org.triviumcrm.testing.IntegrationTest;

/** An opportunity names its main competitor while it is open; who got it in the end is the same field. */
@IntegrationTest
class MainCompetitorTests {

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

    @Autowired
    OpportunityBulkService bulk;

    private Viewer representative;

    @BeforeEach
    void company() {
        Viewer administrator = accounts.administrator();
        representative = accounts.representative(accounts.team("West", null));
        events.publishEvent(
                new CompanySetUp("Acme", "USD", Locale.ENGLISH, administrator.zone(), false, administrator));
        entities.flush();
        database.sql("""
                insert into competitor (id, name, active, created_at, updated_at)
                values (1, 'Globex', true, now(), now()), (2, 'Initech', true, now(), now())""").update();
    }

    @Test
    void isNamedInTheFormAndOnThePageAndFoundInTheList() throws Exception {
        send("/sales/opportunities/new").andExpect(content().string(containsString("Globex")));
        long id = create("Kiln", "1");
        show(id, "").andExpect(content().string(containsString("Globex")));
        send("/sales/opportunities?f.competitor=1").andExpect(content().string(containsString("Kiln")));
        send("/sales/opportunities?f.competitor=2").andExpect(content().string(not(containsString("Kiln"))));

        show(id, "/fields/competitorId").andExpect(content().string(chosen(1)));
        act(id, "/fields/competitorId", "competitorId", "2").andExpect(status().is3xxRedirection());
        assertThat(competitor(id)).contains(2L);
        act(id, "/fields/competitorId", "competitorId", "").andExpect(status().is3xxRedirection());
        assertThat(competitor(id)).isEmpty();
    }

    @Test
    void isOneThatCanBeChosenOrStaysWhatItWas() throws Exception {
        long id = create("Kiln", "1");
        retire(1);
        show(id, "/edit").andExpect(content().string(chosen(1)));
        act(id, "/fields/nextStep", "nextStep", "Call").andExpect(status().is3xxRedirection());
        act(id, "/fields/competitorId", "competitorId", "2").andExpect(status().is3xxRedirection());
        act(id, "/fields/competitorId", "competitorId", "1").andExpect(status().isNotFound());
        act(id, "/fields/competitorId", "competitorId", "x").andExpect(status().isUnprocessableContent());
        assertThat(competitor(id)).contains(2L);
    }

    @Test
    void aStageCanAskForIt() throws Exception {
        database.sql("insert into stage_field (stage_id, field) values (?, 'COMPETITOR')")
                .param(stage("Proposal"))
                .update();
        long id = create("Kiln", "");
        act(id, "/move", "stageId", "" + stage("Proposal"))
                .andExpect(status().isUnprocessableContent())
                .andExpect(content().string(containsString("name=\"competitorId\"")))
                .andExpect(content().string(containsString("Globex")));
        act(id, "/move", "stageId", "" + stage("Proposal"), "filled", "true", "competitorId", "")
                .andExpect(content().string(containsString("Proposal needs this.")));
        act(id, "/move", "stageId", "" + stage("Proposal"), "filled", "true", "competitorId", "1")
                .andExpect(flash().attribute("notice", "sales.opportunity.moved"));
        assertThat(competitor(id)).contains(1L);
        act(id, "/fields/competitorId", "competitorId", "")
                .andExpect(status().isUnprocessableContent())
                .andExpect(content().string(containsString("Proposal needs this.")));
    }

    @Test
    void isProposedWhenItIsLostAndKeptWhenItOpensAgain() throws Exception {
        long id = create("Kiln", "1");
        retire(1);
        show(id, "/loss").andExpect(content().string(chosen(1)));
        lose(id, "1");
        assertThat(competitor(id)).contains(1L);
        show(id, "").andExpect(content().string(containsString("Lost to")));
        act(id, "/reopening", "stageId", "" + stage("Proposal"))
                .andExpect(flash().attribute("notice", "sales.opportunity.reopened"));
        assertThat(competitor(id)).contains(1L);
        lose(id, "");
        assertThat(competitor(id)).isEmpty();
    }

    @Test
    void staysWithOneThatIsWon() throws Exception {
        long id = create("Kiln", "1");
        act(id, "/win", "amount", "5", "closedOn", "2026-03-05").andExpect(status().is3xxRedirection());
        assertThat(competitor(id)).contains(1L);
    }

    @Test
    void ofManyEachIsLostToItsOwnUnlessOneIsNamed() throws Exception {
        long kiln = create("Kiln", "1");
        long oven = create("Oven", "");
        long reason = reason();
        LocalDate day = LocalDate.of(2026, 3, 5);
        bulk.lose(representative, List.of(kiln, oven), new LoseOpportunity(reason, null, day, "Gone", null));
        assertThat(competitor(kiln)).contains(1L);
        assertThat(competitor(oven)).isEmpty();
        long stove = create("Stove", "1");
        bulk.lose(representative, List.of(stove), new LoseOpportunity(reason, 2L, day, "Gone", null));
        assertThat(competitor(stove)).contains(2L);
    }

    @Test
    void isDemandedByReasonsThatSaySo() throws Exception {
        demand();
        long id = create("Kiln", "");
        show(id, "/loss").andExpect(content().string(containsString("To be named with: ")));
        String[] loss = {
            "reasonId", "" + reason(), "closedOn", "2026-03-05", "note", "Cheaper by far", "competitorId", ""
        };
        act(id, "/loss", loss)
                .andExpect(status().isUnprocessableContent())
                .andExpect(content().string(containsString("This reason needs the competitor it was lost to.")))
                .andExpect(content().string(containsString("Cheaper by far")));
        loss[7] = "2";
        act(id, "/loss", loss).andExpect(status().is3xxRedirection());
        assertThat(competitor(id)).contains(2L);
        // and it is not taken away again
        act(id, "/fields/competitorId", "competitorId", "").andExpect(status().isUnprocessableContent());
        act(id, "/fields/competitorId", "competitorId", "1").andExpect(status().is3xxRedirection());
        assertThat(competitor(id)).contains(1L);
    }

    @Test
    void demandingOneWhereNoneCanBeChosenIsSaidAtTheField() throws Exception {
        long id = create("Kiln", "");
        String none = "There is no competitor to choose yet.";
        assertThat(reasonForm()).doesNotContain(none);
        demand();
        retire(1);
        retire(2);
        assertThat(reasonForm()).contains(none).contains("href=\"/administration/competitors\"");
        show(id, "/loss").andExpect(content().string(containsString("but there is none to choose yet")));
    }

    private String reasonForm() throws Exception {
        return mvc.perform(get("/administration/lost-reasons").with(signedIn(accounts.administrator())))
                .andReturn()
                .getResponse()
                .getContentAsString();
    }

    @Test
    void ofManyThoseThatNameNobodyStay() throws Exception {
        demand();
        long kiln = create("Kiln", "1");
        long oven = create("Oven", "");
        LocalDate day = LocalDate.of(2026, 3, 5);
        assertThat(bulk.lose(
                        representative, List.of(kiln, oven), new LoseOpportunity(reason(), null, day, "Gone", null)))
                .containsOnlyKeys(oven)
                .extractingByKey(oven)
                .isEqualTo(BulkRefusal.of("sales.opportunity.error.competitorMissing"));
        assertThat(bulk.lose(representative, List.of(oven), new LoseOpportunity(reason(), 2L, day, "Gone", null)))
                .isEmpty();
        assertThat(competitor(oven)).contains(2L);
    }

    /** As an administrator ticks it. */
    private void demand() throws Exception {
        Viewer administrator = accounts.administrator();
        mvc.perform(get("/administration/lost-reasons/" + reason() + "/edit").with(signedIn(administrator)))
                .andExpect(content().string(containsString("name=\"needsCompetitor\"")));
        mvc.perform(post("/administration/lost-reasons/" + reason())
                        .param("name", "To a rival")
                        .param("active", "true")
                        .param("needsCompetitor", "true")
                        .param("version", "0")
                        .with(signedIn(administrator))
                        .with(csrf()))
                .andExpect(status().is3xxRedirection());
        mvc.perform(get("/administration/lost-reasons").with(signedIn(administrator)))
                .andExpect(content().string(containsString("Needs a competitor</div>")));
        entities.flush();
    }

    private static org.hamcrest.Matcher<String> chosen(long competitor) {
        return Matchers.matchesRegex("(?s).*<option value=\"" + competitor + "\" selected=.*");
    }

    private long create(String name, String competitor) throws Exception {
        send(
                        "/sales/opportunities",
                        "name",
                        name,
                        "currency",
                        "USD",
                        "stageId",
                        "" + stage("Prospecting"),
                        "competitorId",
                        competitor)
                .andExpect(status().is3xxRedirection());
        return database.sql("select id from opportunity where name = ?")
                .param(name)
                .query(Long.class)
                .single();
    }

    private void lose(long id, String competitor) throws Exception {
        act(
                        id,
                        "/loss",
                        "reasonId",
                        "" + reason(),
                        "closedOn",
                        "2026-03-05",
                        "note",
                        "Cheaper",
                        "competitorId",
                        competitor)
                .andExpect(status().is3xxRedirection());
    }

    private void retire(long competitor) {
        database.sql("update competitor set active = false where id = ?")
                .param(competitor)
                .update();
        entities.clear();
    }

    private long reason() {
        return database.sql("select min(id) from lost_reason").query(Long.class).single();
    }

    private Optional<Long> competitor(long id) {
        entities.flush();
        return Optional.ofNullable((Long) database.sql("select competitor_id from opportunity where id = ?")
                .param(id)
                .query()
                .singleRow()
                .get("competitor_id"));
    }

    private long stage(String name) {
        return database.sql("select id from stage where name = ?")
                .param(name)
                .query(Long.class)
                .single();
    }

    private ResultActions show(long id, String part) throws Exception {
        entities.flush();
        return send("/sales/opportunities/" + id + part).andExpect(status().isOk());
    }

    private ResultActions act(long id, String what, String... values) throws Exception {
        ResultActions done = send("/sales/opportunities/" + id + what, values);
        entities.flush();
        return done;
    }

    /** A form when there are values, else a page. */
    private ResultActions send(String address, String... values) throws Exception {
        var request = values.length == 0 ? get(address) : post(address).with(csrf());
        for (int at = 0; at < values.length; at += 2) {
            request.param(values[at], values[at + 1]);
        }
        ResultActions answer = mvc.perform(request.with(signedIn(representative)));
        entities.flush();
        return answer;
    }
}
