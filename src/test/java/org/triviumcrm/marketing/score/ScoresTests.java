package org.triviumcrm.marketing.score;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;
import static org.triviumcrm.testing.Accounts.signedIn;

import jakarta.persistence.EntityManager;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.triviumcrm.customer.FieldKind;
import org.triviumcrm.customer.NewFields;
import org.triviumcrm.identity.Viewer;
import org.triviumcrm.testing.Accounts;
import org.triviumcrm.testing.IntegrationTest;
import org.triviumcrm.testing.SampleCompany;

/** Leads have the points that the rules give them, each of them is known, and thresholds act once. */
@IntegrationTest
class ScoresTests {

    private static final long RETAIL = 990_001;
    private static final long FINANCE = 990_002;

    @Autowired
    Scoring scoring;

    @Autowired
    NewFields fields;

    @Autowired
    JdbcClient database;

    @Autowired
    EntityManager entities;

    @Autowired
    MockMvc mvc;

    @Autowired
    Accounts accounts;

    @Autowired
    SampleCompany company;

    private Viewer manager;

    @BeforeEach
    void twoLeads() throws Exception {
        company.found();
        manager = accounts.marketingManager();
        database.sql("delete from score_rule").update();
        database.sql("delete from score_threshold").update();
        lead(RETAIL, "Retail");
        lead(FINANCE, "Finance");
    }

    @Test
    void whatALeadIsCountsAsLongAsItIsThat() throws Exception {
        rule("Retailers", 20, null, "", "", "Retail");
        score();
        assertThat(points(RETAIL)).isEqualTo(20);
        assertThat(points(FINANCE)).isZero();
        score();
        assertThat(given(RETAIL)).as("once, however often it is looked").isEqualTo(1);
        database.sql("update lead set industry = 'Finance' where id = ?")
                .param(RETAIL)
                .update();
        score();
        assertThat(points(RETAIL)).isZero();
        mvc.perform(get("/marketing/leads/" + RETAIL + "/score").with(signedIn(manager)))
                .andExpect(content().string(containsString("Retailers")))
                .andExpect(content().string(containsString("counted no more since")));
    }

    @Test
    void whatALeadDoesCountsEachTimeAndHalfOfItIsLeftAfterTheHalfLife() throws Exception {
        rule("Spoken with", 40, LeadEvent.CALL, "10", "60", null);
        call(990_001, RETAIL, 0);
        score();
        assertThat(points(RETAIL)).isEqualTo(40);
        call(990_002, RETAIL, 10);
        score();
        assertThat(points(RETAIL)).as("40 and the half of 40").isEqualTo(60);
        call(990_003, RETAIL, 20);
        score();
        assertThat(points(RETAIL)).as("70, but no more than 60").isEqualTo(60);
        assertThat(given(RETAIL)).isEqualTo(3);
        database.sql("delete from activity where id = 990001").update();
        score();
        assertThat(points(RETAIL))
                .as("20 and 10: what was taken back counts no more")
                .isEqualTo(30);
    }

    @Test
    void aRuleThatIsChangedGivesItsPointsAnew() throws Exception {
        long id = rule("Retailers", 20, null, "", "", "Retail");
        score();
        mvc.perform(form(post("/marketing/scores/rules/" + id), "Retailers", "-5", null, "", "", "Retail")
                        .param("version", "0")
                        .with(signedIn(manager))
                        .with(csrf()))
                .andExpect(status().is3xxRedirection());
        score();
        assertThat(points(RETAIL)).isEqualTo(-5);
        assertThat(given(RETAIL)).as("what was given before stays to be seen").isEqualTo(2);
        mvc.perform(post("/marketing/scores/rules/" + id + "/removal")
                .with(signedIn(manager))
                .with(csrf()));
        score();
        assertThat(points(RETAIL)).isZero();
        assertThat(given(RETAIL)).isEqualTo(2);
    }

    @Test
    void fieldsOfTheCompanysOwnCountLikeTheOthersAndGoOnCountingWhenRetired() throws Exception {
        fields.add(accounts.administrator(), "lead", List.of(new NewFields.Wish("Fleet", FieldKind.NUMBER)));
        database.sql("update lead set custom = '{\"fleet\": 40}' where id = ?")
                .param(RETAIL)
                .update();
        mvc.perform(form(post("/marketing/scores/rules"), "Many trucks", "15", null, "", "", null)
                        .param("when.conditions[0].field", "customFleet")
                        .param("when.conditions[0].comparison", "AT_LEAST")
                        .param("when.conditions[0].value", "25")
                        .with(signedIn(manager))
                        .with(csrf()))
                .andExpect(status().is3xxRedirection());
        score();
        assertThat(points(RETAIL)).isEqualTo(15);
        assertThat(points(FINANCE)).isZero();
        database.sql("update custom_field set active = false where key = 'fleet'")
                .update();
        fields.add(accounts.administrator(), "lead", List.of(new NewFields.Wish("Other", FieldKind.TEXT)));
        score();
        assertThat(points(RETAIL)).isEqualTo(15);
        mvc.perform(get("/marketing/scores").with(signedIn(manager)))
                .andExpect(content().string(containsString("Fleet is at least 25")));
    }

    @Test
    void thePersonInAFieldThatWasAddedCounts() throws Exception {
        fields.add(accounts.administrator(), "lead", List.of(new NewFields.Wish("Adviser", FieldKind.PERSON)));
        database.sql("update lead set custom = jsonb_build_object('adviser', cast(? as bigint)) where id = ?")
                .params(manager.personId(), RETAIL)
                .update();
        mvc.perform(form(post("/marketing/scores/rules"), "Advised", "15", null, "", "", null)
                        .param("when.conditions[0].field", "customAdviser")
                        .param("when.conditions[0].comparison", "IS")
                        .param("when.conditions[0].value", String.valueOf(manager.personId()))
                        .with(signedIn(manager))
                        .with(csrf()))
                .andExpect(status().is3xxRedirection());
        score();
        assertThat(points(RETAIL)).isEqualTo(15);
        assertThat(points(FINANCE)).isZero();
        mvc.perform(get("/marketing/scores").with(signedIn(manager)))
                .andExpect(content().string(containsString("Adviser is " + manager.name())));
    }

    @Test
    void whoReachesAThresholdIsGivenToSomebodyOnce() throws Exception {
        Viewer seller = accounts.representative(company.id("team"));
        rule("Retailers", 50, null, "", "", "Retail");
        mvc.perform(post("/marketing/scores/thresholds")
                        .param("atLeast", "50")
                        .param("personId", String.valueOf(seller.personId()))
                        .param("assigns", "true")
                        .with(signedIn(accounts.administrator()))
                        .with(csrf()))
                .andExpect(status().is3xxRedirection());
        score();
        assertThat(owner(RETAIL)).isEqualTo(seller.personId());
        assertThat(owner(FINANCE)).isNull();
        assertThat(notices(seller)).isEqualTo(1);
        database.sql("update lead set owner_id = null where id = ?")
                .param(RETAIL)
                .update();
        score();
        assertThat(owner(RETAIL)).as("once is enough").isNull();
        assertThat(notices(seller)).isEqualTo(1);
    }

    @Test
    void nobodyIsToldOfALeadThatTheyDoNotSee() throws Exception {
        Viewer seller = accounts.representative(company.id("team"));
        Viewer other = accounts.representative(accounts.team("Elsewhere", null));
        rule("Retailers", 50, null, "", "", "Retail");
        database.sql("update lead set owner_id = ?, team_id = ? where id = ?")
                .params(seller.personId(), company.id("team"), RETAIL)
                .update();
        mvc.perform(post("/marketing/scores/thresholds")
                        .param("atLeast", "50")
                        .param("personId", String.valueOf(other.personId()))
                        .param("assigns", "true")
                        .with(signedIn(accounts.administrator()))
                        .with(csrf()))
                .andExpect(status().is3xxRedirection());
        score();
        assertThat(owner(RETAIL)).isEqualTo(seller.personId());
        assertThat(notices(other)).isZero();
        assertThat(notices(seller)).isEqualTo(1);
    }

    @Test
    void whatCannotBeReadStaysThereWithAMessageAtItsPlace() throws Exception {
        mvc.perform(form(post("/marketing/scores/rules"), "Zero", "0", null, "", "", "Retail")
                        .with(signedIn(manager))
                        .with(csrf()))
                .andExpect(status().isUnprocessableContent())
                .andExpect(content().string(containsString("other than 0")));
        mvc.perform(post("/marketing/scores/rules")
                        .param("name", "Nothing")
                        .param("points", "5")
                        .with(signedIn(manager))
                        .with(csrf()))
                .andExpect(status().isUnprocessableContent())
                .andExpect(content().string(containsString("say which leads are meant")));
        mvc.perform(post("/marketing/scores/thresholds")
                        .param("atLeast", "5")
                        .param("assigns", "true")
                        .with(signedIn(manager))
                        .with(csrf()))
                .andExpect(status().isUnprocessableContent())
                .andExpect(content().string(containsString("say who gets them")));
        mvc.perform(get("/marketing/scores").with(signedIn(accounts.representative(null))))
                .andExpect(status().isForbidden());
    }

    private long rule(
            String name, int points, @Nullable LeadEvent event, String halfLife, String most, @Nullable String industry)
            throws Exception {
        mvc.perform(form(post("/marketing/scores/rules"), name, "" + points, event, halfLife, most, industry)
                        .with(signedIn(manager))
                        .with(csrf()))
                .andExpect(status().is3xxRedirection());
        entities.flush();
        return database.sql("select id from score_rule where name = ?")
                .param(name)
                .query(Long.class)
                .single();
    }

    private static MockHttpServletRequestBuilder form(
            MockHttpServletRequestBuilder request,
            String name,
            String points,
            @Nullable LeadEvent event,
            String halfLife,
            String most,
            @Nullable String industry) {
        request.param("name", name)
                .param("points", points)
                .param("event", event == null ? "" : event.name())
                .param("halfLifeDays", halfLife)
                .param("most", most)
                .param("active", "true");
        return industry == null
                ? request
                : request.param("when.conditions[0].field", "industry")
                        .param("when.conditions[0].comparison", "IS")
                        .param("when.conditions[0].value", industry);
    }

    private void score() {
        entities.flush();
        entities.clear();
        scoring.score(List.of(RETAIL, FINANCE));
        entities.flush();
    }

    private void lead(long id, String industry) {
        database.sql(
                        "insert into lead (id, company, industry, created_at, updated_at) values (?, 'Lead ' || ?, ?, now(), now())")
                .params(id, id, industry)
                .update();
    }

    private void call(long id, long lead, int daysAgo) {
        database.sql("""
                        insert into activity (id, kind, about_type, about_id, subject, at, owner_id, created_at, updated_at)
                        values (:id, 'CALL', 'lead', :lead, 'Rang up', now() - :days * interval '1 day', :owner, now(), now())""")
                .param("id", id)
                .param("lead", lead)
                .param("days", daysAgo)
                .param("owner", manager.personId())
                .update();
    }

    private int points(long lead) {
        return database.sql("select score from lead where id = ?")
                .param(lead)
                .query(Integer.class)
                .single();
    }

    private long given(long lead) {
        return database.sql("select count(*) from lead_point where lead_id = ?")
                .param(lead)
                .query(Long.class)
                .single();
    }

    private @Nullable Long owner(long lead) {
        return database.sql("select owner_id from lead where id = ?")
                .param(lead)
                .query((row, n) -> java.util.Optional.ofNullable(row.getObject("owner_id", Long.class)))
                .single()
                .orElse(null);
    }

    private long notices(Viewer person) {
        return database.sql("select count(*) from notice where person_id = ? and message like 'marketing.score.%'")
                .param(person.personId())
                .query(Long.class)
                .single();
    }
}
