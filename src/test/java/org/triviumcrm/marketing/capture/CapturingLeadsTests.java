package org.triviumcrm.marketing.capture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.options;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;
import static org.triviumcrm.testing.Accounts.signedIn;

import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.MvcResult;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.springframework.test.web.servlet.request.RequestPostProcessor;
import org.triviumcrm.identity.Viewer;
import org.triviumcrm.testing.Accounts;
import org.triviumcrm.testing.IntegrationTest;

/** The public address: nobody is signed in, no token of a form of ours is sent, and everybody gets the same answer. */
@IntegrationTest
@ExtendWith(OutputCaptureExtension.class)
class CapturingLeadsTests {

    private static final String ADDRESS = "/leads/capture/sample-token";
    private static final String SITE = "https://www.acme.com";

    @Autowired
    MockMvc mvc;

    @Autowired
    JdbcClient database;

    @Autowired
    Accounts accounts;

    @Autowired
    EntityManager entities;

    @Autowired
    Clock clock;

    private Viewer owner;
    private Viewer manager;

    @BeforeEach
    void aKey() {
        owner = accounts.representative(accounts.team("Team one", null));
        manager = accounts.marketingManager();
        database.sql("""
                        insert into capture_key (id, name, token, secret, source, site, owner_id, min_seconds, per_address, per_hour,
                            created_at, updated_at)
                        values (nextval('capture_key_seq'), 'Contact form', 'sample-token', 'a secret', 'Website', ?, ?, 3, 2, 4,
                            now(), now())""").params(SITE, owner.personId()).update();
    }

    @Test
    void aFormMakesALead() throws Exception {
        send(form("Ann").param("How many sites?", "3").param("message", "Call me"));
        assertThat(lead())
                .isEqualTo("Ann Website " + owner.personId() + " " + owner.teamId()
                        + " Call me {\"How many sites?\": \"3\"} NEW");
        mvc.perform(get("/marketing/leads").with(signedIn(owner)))
                .andExpect(content().string(containsString("Ann")));
    }

    @Test
    void soDoesAProgram() throws Exception {
        mvc.perform(json(
                        "{\"name\": \"Ann\", \"email\": \"ann@x.org\", \"Sites\": 3, \"No\": null, \"trivium_ticket\": \""
                                + ticket() + "\"}"))
                .andExpect(status().isOk())
                .andExpect(content().json("{\"received\": true}"));
        entities.flush();
        assertThat(lead()).contains("Ann Website").contains("{\"Sites\": \"3\"}");
    }

    @Test
    void theTicketOfThePageIsGood() throws Exception {
        database.sql("update capture_key set min_seconds = 1").update();
        String ticket = mvc.perform(get(ADDRESS + "/ticket"))
                .andExpect(status().isOk())
                .andReturn()
                .getResponse()
                .getContentAsString();
        assertThat(CaptureTicket.read("a secret", ticket)).isPresent();
        assertThat(mvc.perform(get("/leads/capture/none/ticket"))
                        .andReturn()
                        .getResponse()
                        .getContentAsString())
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"taken", "hidden", "hasty", "unknown", "off", "nobody"})
    void everybodyGetsTheSameAnswer(String what) throws Exception {
        String taken = body(mvc.perform(form("Ann")).andExpect(status().isOk()).andReturn());
        MockHttpServletRequestBuilder request = switch (what) {
            case "hidden" -> form("Ann").param(Captured.HIDDEN, "x");
            case "hasty" -> post(ADDRESS).param("name", "Ann");
            case "unknown" -> post("/leads/capture/another").param("name", "Ann");
            case "nobody" -> form("");
            default -> form("Ann");
        };
        if (what.equals("off")) {
            database.sql("update capture_key set active = false").update();
        }
        entities.flush();
        entities.clear();
        MvcResult answer = mvc.perform(request).andExpect(status().isOk()).andReturn();
        assertThat(body(answer)).isEqualTo(taken);
        assertThat(answer.getRequest().getSession(false)).as("a session").isNull();
        entities.flush();
        assertThat(count("lead")).isEqualTo(what.equals("taken") ? 2 : 1);
        assertThat(count("capture_suspect"))
                .isEqualTo(Set.of("hidden", "hasty", "nobody").contains(what) ? 1 : 0);
    }

    @Test
    void noMoreThanTheLimitsComeIn() throws Exception {
        for (int sent = 0; sent < 3; sent++) {
            send(form("Ann").with(from("192.0.2.1")));
        }
        assertThat(count("lead")).as("two from one address").isEqualTo(2);
        for (int sent = 0; sent < 3; sent++) {
            send(form("Bob").with(from("192.0.2." + (10 + sent))));
        }
        assertThat(count("lead")).as("four in all, the third one counts").isEqualTo(3);
        assertThat(count("capture_suspect where suspicion = 'TOO_OFTEN'")).isEqualTo(3);
        database.sql("update capture_hit set hour = hour - interval '1 hour'").update();
        send(form("Cat").with(from("192.0.2.1")));
        assertThat(count("lead")).as("in the next hour").isEqualTo(4);
        assertThat(count("capture_hit where address like '%192%'")).isZero();
    }

    @Test
    void aFloodIsDropped() throws Exception {
        send(form("Ann"));
        database.sql("update capture_hit set hits = 1004 where address = ''").update();
        send(form("Bob"));
        assertThat(count("lead")).isOne();
        assertThat(count("capture_suspect")).isZero();
    }

    @ParameterizedTest
    @ValueSource(strings = {"{", "[1]", "7", "\"x\"", ""})
    void whatIsNoFormIsNoError(String body) throws Exception {
        mvc.perform(json(body)).andExpect(status().isOk()).andExpect(content().json("{\"received\": true}"));
        entities.flush();
        assertThat(count("lead")).isZero();
    }

    @Test
    void nothingOfItIsLogged(CapturedOutput output) throws Exception {
        send(form("Qzname").param("email", "qz@mail.example"));
        mvc.perform(json("{\"name\": \"Qzname\", \"email\": qz@mail.example"));
        mvc.perform(json("{\"name\": \"" + "Qzname".repeat(20_000) + "\"}"));
        send(form("Qzname").param("email", "qz@mail.example").param(Captured.HIDDEN, "x"));
        assertThat(output.getAll()).doesNotContain("Qzname", "qz@mail");
    }

    @Test
    void onlyScriptsOfTheSiteMaySend() throws Exception {
        mvc.perform(options(ADDRESS)
                        .header("Origin", SITE)
                        .header("Access-Control-Request-Method", "POST")
                        .header("Access-Control-Request-Headers", "Content-Type"))
                .andExpect(status().isOk())
                .andExpect(header().string("Access-Control-Allow-Origin", SITE));
        mvc.perform(form("Ann").header("Origin", SITE))
                .andExpect(status().isOk())
                .andExpect(header().string("Access-Control-Allow-Origin", SITE))
                .andExpect(header().doesNotExist("Access-Control-Allow-Credentials"));
        mvc.perform(form("Ann").header("Origin", "https://evil.example")).andExpect(status().isForbidden());
        entities.flush();
        assertThat(count("lead")).isOne();
    }

    @Test
    void everyPageGetsATicket() throws Exception {
        mvc.perform(get(ADDRESS + "/ticket").header("Origin", "https://another.example"))
                .andExpect(status().isOk())
                .andExpect(header().string("Access-Control-Allow-Origin", "*"));
        database.sql("update capture_key set site = null").update();
        entities.clear();
        send(form("Ann").header("Origin", "https://another.example"));
        assertThat(count("lead")).as("a plain form of any page").isOne();
    }

    @Test
    void suspectsAreTakenInOrThrownAway() throws Exception {
        send(form("Ann").param("Sites", "3").param(Captured.HIDDEN, "x"));
        send(form("Bob").param(Captured.HIDDEN, "x"));
        mvc.perform(get("/marketing/suspects").with(signedIn(manager)))
                .andExpect(content().string(containsString("Ann")))
                .andExpect(content().string(containsString("filled in the hidden field")));
        long bob = id("select max(id) from capture_suspect");
        decide(bob, "removal");
        decide(id("select max(id) from capture_suspect"), "admission");
        assertThat(count("capture_suspect")).isZero();
        assertThat(lead()).contains("Ann Website").contains("{\"Sites\": \"3\"}");
        mvc.perform(post("/marketing/suspects/" + bob + "/admission")
                        .with(signedIn(manager))
                        .with(csrf()))
                .andExpect(status().isNotFound());
    }

    @Test
    void theFormToCopyNamesTheKey() throws Exception {
        long key = id("select id from capture_key");
        mvc.perform(get("/administration/captures/" + key + "/edit").with(signedIn(accounts.administrator())))
                .andExpect(content().string(containsString("/leads/capture/sample-token")))
                .andExpect(content().string(not(containsString("a secret"))));
        mvc.perform(get("/administration/captures").with(signedIn(manager))).andExpect(status().isForbidden());
    }

    private void decide(long suspect, String what) throws Exception {
        mvc.perform(post("/marketing/suspects/" + suspect + "/" + what)
                        .with(signedIn(manager))
                        .with(csrf()))
                .andExpect(status().is3xxRedirection());
        entities.flush();
    }

    private MockHttpServletRequestBuilder form(String name) {
        return post(ADDRESS).param("name", name).param(Captured.TICKET, ticket());
    }

    private static MockHttpServletRequestBuilder json(String body) {
        return post(ADDRESS).contentType(MediaType.APPLICATION_JSON).content(body);
    }

    private static RequestPostProcessor from(String address) {
        return request -> {
            request.setRemoteAddr(address);
            return request;
        };
    }

    private String ticket() {
        return CaptureTicket.write("a secret", clock.instant().minusSeconds(20));
    }

    private void send(MockHttpServletRequestBuilder request) throws Exception {
        mvc.perform(request).andExpect(status().isOk());
        entities.flush();
        entities.clear();
    }

    private static String body(MvcResult answer) throws Exception {
        return answer.getResponse().getContentAsString();
    }

    private String lead() {
        return database.sql(
                        "select concat_ws(' ', full_name, source, owner_id, team_id, note, answers::text, state) from lead")
                .query(String.class)
                .single();
    }

    private long count(String from) {
        return id("select count(*) from " + from);
    }

    private long id(String sql) {
        return database.sql(sql).query(Long.class).single();
    }
}
