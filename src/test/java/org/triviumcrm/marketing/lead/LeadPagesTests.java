package org.triviumcrm.marketing.lead;

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
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.triviumcrm.identity.Viewer;
import org.triviumcrm.testing.Accounts;
import org.triviumcrm.testing.IntegrationTest;

/** Leads through their pages: added, found, told apart, decided, hidden. */
@IntegrationTest
class LeadPagesTests {

    @Autowired
    MockMvc mvc;

    @Autowired
    JdbcClient database;

    @Autowired
    Accounts accounts;

    @Autowired
    EntityManager entities;

    private Viewer me;

    @BeforeEach
    void me() {
        me = accounts.representative(accounts.team("Team one", null));
    }

    @ParameterizedTest
    @CsvSource({"zo", "ZO", "王小", "ndus", "zoe@", "80013", "REF-9"})
    void anyTwoCharactersFindOne(String typed) throws Exception {
        add("Zoe 王小明", "Lux industries", "zoe@lux.example", "+86 138 0013 8000", "REF-9");
        add("Bert", "Other", "bert@example.com", null, null);
        show("/search?q=" + typed)
                .andExpect(content().string(containsString("Zoe 王小明")))
                .andExpect(content().string(not(containsString("Bert"))));
    }

    @Test
    void theListFindsPartsOfNames() throws Exception {
        add("Zoe 王小明", "Lux industries", "zoe@lux.example", null, null);
        add("Bert", "Other", "bert@example.com", null, null);
        show("/marketing/leads?f.name.contains=小明")
                .andExpect(content().string(containsString("Zoe 王小明")))
                .andExpect(content().string(not(containsString("bert@example.com"))));
        show("/marketing/leads?f.company=oth").andExpect(content().string(not(containsString("Zoe"))));
    }

    @ParameterizedTest
    @CsvSource({
        "?email=ZOE@lux.example, same e-mail",
        "?phone=138-0013-8000, same phone",
        "?fullName=zoe&company=LUX, same name and company"
    })
    void whoMayBeTheSameIsShownWhileTyping(String typed, String why) throws Exception {
        long id = add("Zoe", "Lux", "zoe@lux.example", "+86 138 0013 8000", null);
        show("/marketing/leads/twins" + typed)
                .andExpect(content().string(containsString("/marketing/leads/" + id)))
                .andExpect(content().string(containsString(why)));
        show("/marketing/leads/twins" + typed + "&id=" + id)
                .andExpect(content().string(not(containsString("/marketing/leads/" + id))));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "?fullName=Zoe", "?email=zoe", "?phone=8000", "?fullName=Zoe&company=Other"})
    void whatSaysTooLittleFindsNobody(String typed) throws Exception {
        add("Zoe", "Lux", "zoe@lux.example", "+86 138 0013 8000", null);
        show("/marketing/leads/twins" + typed).andExpect(content().string(not(containsString("Zoe"))));
    }

    @Test
    void itsPageNamesItsTwinsAndAnswers() throws Exception {
        long first = add("Zoe", "Lux", "zoe@lux.example", null, null);
        long second = add("Z. Lux", null, "Zoe@Lux.example", null, null);
        database.sql("update lead set answers = '{\"Why <now>?\": \"Because & so\"}' where id = ?")
                .param(second)
                .update();
        show("/marketing/leads/" + second)
                .andExpect(content().string(containsString("/marketing/leads/" + first)))
                .andExpect(content().string(containsString("Why &lt;now&gt;?")))
                .andExpect(content().string(containsString("Because &amp; so")));
    }

    @ParameterizedTest
    @CsvSource({"en, Please enter a name", "zh-CN, 请填写姓名"})
    void nobodyAtAllIsRefused(String language, String message) throws Exception {
        speak(language);
        send(post("/marketing/leads")
                        .param("version", "0")
                        .param("city", "Rome")
                        .param("noEmail", "true")
                        .param("noCall", "false"))
                .andExpect(status().isUnprocessableContent())
                .andExpect(content().string(containsString(message)))
                .andExpect(content().string(containsString("value=\"Rome\"")));
    }

    @Test
    void aReferenceIsThereOnce() throws Exception {
        add("Zoe", null, null, null, "R1");
        long other = add("Ann", null, null, null, null);
        send(post("/marketing/leads/" + other + "/fields/reference").param("reference", "R1"))
                .andExpect(status().isUnprocessableContent())
                .andExpect(content().string(containsString("Another lead has this reference.")));
        send(post("/marketing/leads/" + other + "/fields/reference").param("reference", "R2"))
                .andExpect(status().is3xxRedirection());
        assertThat(text("reference", other)).isEqualTo("R2");
    }

    @Test
    void theLastThingItIsKnownByStays() throws Exception {
        long id = add("Ann", null, null, null, null);
        send(post("/marketing/leads/" + id + "/fields/fullName").param("fullName", ""))
                .andExpect(status().isUnprocessableContent());
        assertThat(text("name", id)).isEqualTo("Ann");
    }

    @Test
    void wishesAreEditedInPlaceBothWays() throws Exception {
        long id = add("Ann", null, null, null, null);
        send(post("/marketing/leads/" + id + "/fields/noEmail").param("noEmail", "true"));
        assertThat(text("no_email", id)).isEqualTo("true");
        send(post("/marketing/leads/" + id + "/fields/noEmail").param("noEmail", "false"));
        assertThat(text("no_email", id)).isEqualTo("false");
    }

    @Test
    void isWorkedOnGivenUpAndTakenUpAgain() throws Exception {
        long id = add("Ann", null, null, null, null);
        send(post("/marketing/leads/" + id + "/work")).andExpect(flash().attribute("notice", "marketing.lead.working"));
        send(post("/marketing/leads/" + id + "/work"))
                .andExpect(flash().attribute("problem", "marketing.lead.error.state.WORKING"));
        send(post("/marketing/leads/" + id + "/disqualification").param("reason", ""))
                .andExpect(status().isUnprocessableContent());
        send(post("/marketing/leads/" + id + "/disqualification").param("reason", "Wrong number"));
        show("/marketing/leads/" + id).andExpect(content().string(containsString("Disqualified: Wrong number")));
        send(post("/marketing/leads/" + id + "/reopening"));
        assertThat(text("state", id)).isEqualTo("WORKING");
    }

    @Test
    void colleaguesLeadsAreNotThere() throws Exception {
        long id = add("Zoe", "Lux", "zoe@lux.example", null, null);
        Viewer other = accounts.representative(accounts.team("Team two", null));
        mvc.perform(get("/marketing/leads/" + id).with(signedIn(other))).andExpect(status().isNotFound());
        mvc.perform(get("/marketing/leads/twins?email=zoe@lux.example").with(signedIn(other)))
                .andExpect(content().string(not(containsString("Zoe"))));
    }

    @Test
    void goesWithWhatWasLogged() throws Exception {
        long id = add("Zoe", "Lux", null, null, null);
        send(post("/activities?about=lead:" + id).param("kind", "NOTE").param("subject", "Called back"));
        show("/activities?about=lead:" + id).andExpect(content().string(containsString("Called back")));
        mvc.perform(post("/marketing/leads/" + id + "/deletion")
                        .with(signedIn(accounts.administrator()))
                        .with(csrf()))
                .andExpect(status().is3xxRedirection());
        entities.flush();
        assertThat(database.sql("select count(*) from activity")
                        .query(Long.class)
                        .single())
                .isZero();
        assertThat(database.sql("select count(*) from lead").query(Long.class).single())
                .isZero();
    }

    @Test
    void whoLeavesHandsOverWhatIsOpen() {
        String counted = "select count(*) from lead t where t.owner_id = ? and " + new OwnedLeads().leaving();
        add("Ann", null, null, null, null);
        long done = add("Bert", null, null, null, null);
        database.sql("update lead set state = 'DISQUALIFIED' where id = ?")
                .param(done)
                .update();
        assertThat(database.sql(counted).param(me.personId()).query(Long.class).single())
                .isOne();
    }

    private long add(@Nullable Object... nameCompanyEmailPhoneReference) {
        return database.sql("""
                        insert into lead (id, full_name, company, email, phone, reference, owner_id, team_id, created_at, updated_at)
                        values (nextval('lead_seq'), ?, ?, ?, ?, ?, ?, ?, now(), now()) returning id""")
                .params(nameCompanyEmailPhoneReference)
                .params(me.personId(), Objects.requireNonNull(me.teamId()))
                .query(Long.class)
                .single();
    }

    private String text(String column, long id) {
        return database.sql("select " + column + "::text from lead where id = ?")
                .param(id)
                .query(String.class)
                .single();
    }

    private void speak(String language) {
        database.sql("update person set locale = ? where id = ?")
                .params(language, me.personId())
                .update();
    }

    private ResultActions show(String address) throws Exception {
        return mvc.perform(get(address).with(signedIn(me))).andExpect(status().isOk());
    }

    private ResultActions send(MockHttpServletRequestBuilder request) throws Exception {
        ResultActions answer = mvc.perform(request.with(signedIn(me)).with(csrf()));
        entities.flush();
        return answer;
    }
}
