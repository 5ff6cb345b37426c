package org.triviumcrm.sales.opportunity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.flash;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;
import static org.triviumcrm.testing.Accounts.signedIn;

import jakarta.persistence.EntityManager;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.hamcrest.Matcher;
import org.hamcrest.Matchers;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.triviumcrm.identity.CompanySetUp;
import org.triviumcrm.identity.Viewer;
import org.triviumcrm.testing.Accounts;
import org.triviumcrm.testing.IntegrationTest;

/** An administrator says how opportunities move and what stages ask for; every way of moving one keeps to it. */
@IntegrationTest
class MovingByTheRulesTests {

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

    private Viewer administrator;
    private Viewer manager;
    private Viewer representative;

    @BeforeEach
    void company() {
        long team = accounts.team("West", null);
        administrator = accounts.administrator();
        manager = accounts.manager(team);
        representative = accounts.representative(team);
        events.publishEvent(
                new CompanySetUp("Acme", "USD", Locale.ENGLISH, administrator.zone(), false, administrator));
        entities.flush();
    }

    @Test
    void anAdministratorChoosesMovesAndSeesWhatCannotBeReached() throws Exception {
        long first = stage("Prospecting");
        long second = stage("Qualification");
        long won = stage("Won");
        show(rules(), administrator)
                .andExpect(content().string(ticked(first + "-" + second)))
                .andExpect(content().string(not(containsString("No move leads"))));
        rule("MATRIX", "ANY", "moves", first + "-" + second, "moves", second + "-" + won, "entries", "" + first)
                .andExpect(redirectedUrl(rules()));
        show(rules(), administrator)
                .andExpect(content().string(ticked(first + "-" + second)))
                .andExpect(content().string(not(ticked(second + "-" + first))))
                .andExpect(content().string(containsString("No move leads to Proposal.")))
                .andExpect(content().string(not(containsString("No move leads to Qualification."))));
        show(rules(), representative).andExpect(status().isForbidden());

        long id = create("Kiln", "Prospecting");
        move(id, "Proposal").andExpect(flash().attribute("problem", "sales.rule.refused.NOT_CHOSEN"));
        move(id, "Qualification").andExpect(flash().attribute("notice", "sales.opportunity.moved"));
        move(id, "Prospecting").andExpect(flash().attribute("problem", "sales.rule.refused.NOT_CHOSEN"));
        act(id, "win", "amount", "5", "closedOn", "2026-03-05").andExpect(redirectedUrl("/sales/opportunities/" + id));
    }

    @Test
    void twoAdministratorsDoNotOverwriteEachOther() throws Exception {
        rule("FORWARD", "NONE", "version", "0").andExpect(redirectedUrl(rules()));
        rule("MATRIX", "ANY", "version", "0", "moves", stage("Prospecting") + "-" + stage("Proposal"))
                .andExpect(status().isConflict())
                .andExpect(content().string(containsString("To the next stage only")))
                .andExpect(content().string(containsString("Prospecting → Proposal")));
    }

    @Test
    void aWayBackAsksForTheReasonAndKeepsItInTheHistory() throws Exception {
        rule("ANY", "WITH_REASON");
        long id = create("Kiln", "Proposal");
        move(id, "Prospecting")
                .andExpect(status().isUnprocessableContent())
                .andExpect(content().string(containsString("Why it goes back")))
                .andExpect(content().string(not(containsString("Please say why"))));
        act(id, "move", "stageId", "" + stage("Prospecting"), "filled", "true", "reason", " ")
                .andExpect(status().isUnprocessableContent())
                .andExpect(content().string(containsString("Please say why it goes back.")));
        act(id, "move", "stageId", "" + stage("Prospecting"), "filled", "true", "reason", "New budget holder")
                .andExpect(flash().attribute("notice", "sales.opportunity.moved"));
        show("/sales/opportunities/" + id, representative)
                .andExpect(content().string(containsString("New budget holder")));
    }

    @Test
    void openingAgainIsNoWayRoundTheRules() throws Exception {
        rule("FORWARD", "NONE");
        long id = create("Kiln", "Prospecting");
        String reason = database.sql("select min(id)::text from lost_reason")
                .query(String.class)
                .single();
        act(id, "loss", "reasonId", reason, "closedOn", "2026-03-05", "note", "Gone");
        entities.flush();
        act(id, "reopening", manager, "stageId", "" + stage("Proposal"))
                .andExpect(flash().attribute("problem", "sales.rule.refused.NEXT_ONLY"));
        act(id, "reopening", manager, "stageId", "" + stage("Prospecting"))
                .andExpect(flash().attribute("notice", "sales.opportunity.reopened"));
        assertThat(stageOf(id)).isEqualTo("Prospecting");
    }

    @Test
    void aStageAsksForWhatIsMissingAndKeepsWhatWasTyped() throws Exception {
        ask("Proposal", "AMOUNT", "NEXT_STEP");
        long id = create("Kiln", "Prospecting");
        move(id, "Proposal")
                .andExpect(status().isUnprocessableContent())
                .andExpect(content().string(containsString("Move to Proposal")))
                .andExpect(content().string(containsString("name=\"amount\"")))
                .andExpect(content().string(containsString("name=\"nextStep\"")))
                .andExpect(content().string(not(containsString("name=\"description\""))));
        act(id, "move", "stageId", "" + stage("Proposal"), "filled", "true", "amount", "", "nextStep", "Send it")
                .andExpect(status().isUnprocessableContent())
                .andExpect(content().string(containsString("Proposal needs this.")))
                .andExpect(content().string(containsString("value=\"Send it\"")));
        act(id, "move", "stageId", "" + stage("Proposal"), "filled", "true", "amount", "x", "nextStep", "Send it")
                .andExpect(status().isUnprocessableContent())
                .andExpect(content().string(containsString("value=\"Send it\"")));
        assertThat(stageOf(id)).isEqualTo("Prospecting");
        act(id, "move", "stageId", "" + stage("Proposal"), "filled", "true", "amount", "700", "nextStep", "Send it")
                .andExpect(flash().attribute("notice", "sales.opportunity.moved"));
        entities.flush();
        assertThat(database.sql("select amount::text || ' ' || base_amount::text || ' ' || next_step from opportunity"
                                + " where id = ?")
                        .param(id)
                        .query(String.class)
                        .single())
                .isEqualTo("700.00 700.00 Send it");
    }

    @Test
    void theBoardIsToldWhichFormToOpen() throws Exception {
        ask("Proposal", "AMOUNT");
        long id = create("Kiln", "Prospecting");
        mvc.perform(request(id, "move", representative, "stageId", "" + stage("Proposal"))
                        .header("HX-Request", "true"))
                .andExpect(status().isUnprocessableContent())
                .andExpect(header().string(
                                "X-Dialog",
                                "/sales/opportunities/" + id + "/move?from=board&stageId=" + stage("Proposal")));
        mvc.perform(get("/sales/opportunities/" + id + "/move?from=board&stageId=" + stage("Proposal"))
                        .header("HX-Request", "true")
                        .with(signedIn(representative)))
                .andExpect(content().string(containsString("hx-post")))
                .andExpect(content().string(containsString("name=\"amount\"")));
        mvc.perform(request(
                                id,
                                "move",
                                representative,
                                "stageId",
                                "" + stage("Proposal"),
                                "filled",
                                "true",
                                "amount",
                                "5",
                                "from",
                                "board")
                        .header("HX-Request", "true"))
                .andExpect(status().isNoContent())
                .andExpect(header().string("HX-Trigger", containsString("\"to\":" + stage("Proposal"))));
        assertThat(stageOf(id)).isEqualTo("Proposal");
    }

    @Test
    void aNewOneInALaterStageIsAskedForTheSame() throws Exception {
        ask("Proposal", "PRODUCT");
        for (String address : new String[] {"/sales/opportunities", "/sales/opportunities/quick"}) {
            send(post(address), representative, "name", "Kiln", "currency", "USD", "stageId", "" + stage("Proposal"))
                    .andExpect(status().isUnprocessableContent())
                    .andExpect(content().string(containsString("Proposal needs this.")))
                    .andExpect(content().string(containsString("name=\"productId\"")))
                    .andExpect(content().string(containsString("value=\"Kiln\"")));
        }
        rule("FORWARD", "NONE");
        for (String address : new String[] {"/sales/opportunities", "/sales/opportunities/quick"}) {
            send(post(address), representative, "name", "Kiln", "currency", "USD", "stageId", "" + stage("Negotiation"))
                    .andExpect(status().isUnprocessableContent())
                    .andExpect(content().string(containsString("New opportunities do not begin in this stage.")));
        }
        assertThat(database.sql("select count(*) from opportunity")
                        .query(Long.class)
                        .single())
                .isZero();
    }

    @Test
    void whatAStageAsksForIsNotEmptiedThere() throws Exception {
        long id = create("Kiln", "Proposal", "amount", "700", "nextStep", "Call");
        long without = create("Other", "Proposal");
        ask("Proposal", "AMOUNT", "NEXT_STEP");
        act(id, "fields/nextStep", "nextStep", "")
                .andExpect(status().isUnprocessableContent())
                .andExpect(content().string(containsString("Proposal needs this.")));
        act(id, "fields/nextStep", "nextStep", "Write").andExpect(status().is3xxRedirection());
        entities.flush();
        String version = database.sql("select version::text from opportunity where id = ?")
                .param(id)
                .query(String.class)
                .single();
        send(
                        post("/sales/opportunities/" + id),
                        representative,
                        "name",
                        "Kiln",
                        "currency",
                        "USD",
                        "amount",
                        "",
                        "nextStep",
                        "Write",
                        "version",
                        version)
                .andExpect(status().isUnprocessableContent())
                .andExpect(content().string(containsString("Proposal needs this.")));
        act(without, "fields/description", "description", "Still unknown").andExpect(status().is3xxRedirection());
    }

    @Test
    void winningAsksForWhatItNeeds() throws Exception {
        ask("Won", "NEXT_STEP");
        long id = create("Kiln", "Negotiation");
        show("/sales/opportunities/" + id + "/win", representative)
                .andExpect(content().string(containsString("name=\"nextStep\"")));
        act(id, "win", "amount", "5", "closedOn", "2026-03-05", "note", "At last")
                .andExpect(status().isUnprocessableContent())
                .andExpect(content().string(containsString("Won needs this.")))
                .andExpect(content().string(containsString("At last")));
        act(id, "win", "amount", "5", "closedOn", "2026-03-05", "nextStep", "Deliver")
                .andExpect(redirectedUrl("/sales/opportunities/" + id));
        rule("FORWARD", "NONE");
        long early = create("Oven", "Prospecting");
        act(early, "win", "amount", "5", "closedOn", "2026-03-05")
                .andExpect(status().isUnprocessableContent())
                .andExpect(content().string(containsString("Only the next stage may follow.")));
    }

    @Test
    void thePathOffersWhatIsAllowed() throws Exception {
        rule("FORWARD", "NONE");
        long id = create("Kiln", "Prospecting");
        show("/sales/opportunities/" + id, representative)
                .andExpect(content().string(containsString("value=\"" + stage("Qualification") + "\"")))
                .andExpect(content().string(not(containsString("value=\"" + stage("Negotiation") + "\""))))
                .andExpect(content().string(containsString("Only the next stage may follow.")));
    }

    private static Matcher<String> ticked(String value) {
        return Matchers.matchesRegex("(?s).*value=\"" + value + "\"[^>]*checked=.*");
    }

    private String rules() {
        return "/administration/pipelines/" + pipeline() + "/rules";
    }

    private ResultActions rule(String moves, String back, String... more) throws Exception {
        String version = database.sql("select version::text from pipeline where id = ?")
                .param(pipeline())
                .query(String.class)
                .single();
        boolean own = List.of(more).contains("version");
        List<String> all = new ArrayList<>(List.of("moveRule", moves, "rollback", back));
        all.addAll(List.of(more));
        all.addAll(own ? List.of() : List.of("version", version));
        ResultActions saved = send(post(rules()), administrator, all.toArray(String[]::new));
        entities.flush();
        return saved;
    }

    private void ask(String stage, String... fields) throws Exception {
        String[] all = new String[fields.length * 2];
        for (int at = 0; at < fields.length; at++) {
            all[at * 2] = "asked";
            all[at * 2 + 1] = stage(stage) + "-" + fields[at];
        }
        rule("ANY", "ANY", all).andExpect(redirectedUrl(rules()));
    }

    private long create(String name, String stage, String... more) throws Exception {
        String[] all = new String[more.length + 6];
        System.arraycopy(new String[] {"name", name, "currency", "USD", "stageId", "" + stage(stage)}, 0, all, 0, 6);
        System.arraycopy(more, 0, all, 6, more.length);
        String address = send(post("/sales/opportunities"), representative, all)
                .andExpect(status().is3xxRedirection())
                .andReturn()
                .getResponse()
                .getRedirectedUrl();
        entities.flush();
        return Long.parseLong(String.valueOf(address).replaceAll("\\D+", ""));
    }

    private ResultActions move(long id, String stage) throws Exception {
        return act(id, "move", "stageId", "" + stage(stage));
    }

    private ResultActions act(long id, String what, String... values) throws Exception {
        return act(id, what, representative, values);
    }

    private ResultActions act(long id, String what, Viewer viewer, String... values) throws Exception {
        ResultActions done = mvc.perform(request(id, what, viewer, values));
        entities.flush();
        return done;
    }

    private static MockHttpServletRequestBuilder request(long id, String what, Viewer viewer, String... values) {
        return filled(post("/sales/opportunities/" + id + "/" + what), viewer, values);
    }

    private ResultActions send(MockHttpServletRequestBuilder request, Viewer viewer, String... values)
            throws Exception {
        return mvc.perform(filled(request, viewer, values));
    }

    private static MockHttpServletRequestBuilder filled(
            MockHttpServletRequestBuilder request, Viewer viewer, String... values) {
        request.with(csrf()).with(signedIn(viewer));
        for (int at = 0; at < values.length; at += 2) {
            request.param(values[at], values[at + 1]);
        }
        return request;
    }

    private ResultActions show(String address, Viewer viewer) throws Exception {
        return mvc.perform(get(address).with(signedIn(viewer)));
    }

    private long pipeline() {
        return database.sql("select min(id) from pipeline").query(Long.class).single();
    }

    private long stage(String name) {
        return database.sql("select id from stage where name = ? and pipeline_id = ?")
                .params(name, pipeline())
                .query(Long.class)
                .single();
    }

    private String stageOf(long id) {
        entities.flush();
        return database.sql("select s.name from opportunity o join stage s on s.id = o.stage_id where o.id = ?")
                .param(id)
                .query(String.class)
                .single();
    }
}
