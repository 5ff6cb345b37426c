package org.triviumcrm.sales.attribution;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.triviumcrm.testing.Accounts.signedIn;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockMvcRequestBuilders;
import org.triviumcrm.identity.Viewer;
import org.triviumcrm.identity.Viewers;
import org.triviumcrm.sales.ImportedTouches;
import org.triviumcrm.sales.OpportunityCreated;
import org.triviumcrm.sales.OpportunityWon;
import org.triviumcrm.testing.Accounts;
import org.triviumcrm.testing.IntegrationTest;
import org.triviumcrm.testing.SampleCompany;

/** Saying by hand which campaigns have brought an opportunity, and finding the opportunities of a campaign. */
@IntegrationTest
class AttributingTests {

    @Autowired
    MockMvc mvc;

    @Autowired
    SampleCompany company;

    @Autowired
    Accounts accounts;

    @Autowired
    Viewers viewers;

    @Autowired
    ApplicationEventPublisher events;

    @Autowired
    ImportedTouches many;

    @Autowired
    JdbcClient database;

    private Viewer owner;
    private long deal;
    private long fair;
    private long letter;

    @BeforeEach
    void aDealAndTwoCampaigns() {
        company.found();
        company.endCase();
        database.sql("delete from opportunity_touch").update();
        database.sql("delete from campaign_participant").update();
        owner = accounts.representative(accounts.team("West", null));
        deal = company.id("opportunity");
        database.sql("""
                        update opportunity set owner_id = :owner, team_id = :team, amount = 6000, base_amount = 6000,
                            state = 'WON', closed_on = opened_on where id = :id""")
                .param("owner", owner.personId())
                .param("team", owner.teamId())
                .param("id", deal)
                .update();
        fair = company.id("campaign");
        letter = campaign("Spring letter");
    }

    @Test
    void isSaidForWhatIsWonAndShownByEveryReckoning() throws Exception {
        assertThat(body("/attribution")).contains("No campaign is known to have brought it");

        assertThat(save("0", line(fair, "2026-01-05", "75"), line(letter, "2026-02-05", "25"))
                        .getStatus())
                .isBetween(302, 303);

        assertThat(body("/attribution"))
                .contains(
                        "Spring letter",
                        "said by hand",
                        owner.name(),
                        "75 %",
                        "25 %",
                        "50 %",
                        "100 %",
                        "4,500",
                        "1,500");
        assertThat(body("/attribution/edit")).contains("value=\"75\"", "value=\"2026-02-05\"", "Spring letter");
        assertThat(list("?f.campaign=" + letter)).contains("/sales/opportunities/" + deal);
        save(version(), line(fair, "2026-01-05", ""));
        assertThat(list("?f.campaign=" + letter)).doesNotContain("/sales/opportunities/" + deal + "\"");
        assertThat(database.sql(
                                "select sum(manual_amount) from attribution_month where campaign_id = ? and outcome = 'WON'")
                        .param(fair)
                        .query(java.math.BigDecimal.class)
                        .single())
                .isEqualByComparingTo("6000");
    }

    @ParameterizedTest
    @CsvSource({
        "2026-01-05, 60, 2026-01-06, 30, 'The shares total 90 %'",
        "2026-01-05, 60, 2126-01-06, 40, 'has not come yet'",
        "2026-01-05, 101, 2026-01-06, 0, 'from 0 to 100'",
        "2026-01-05, 50, noday, 50, ''"
    })
    void whatCanNotBeIsRefusedAndStillThere(String on, String one, String late, String other, String message)
            throws Exception {
        MockHttpServletResponse answer = save("0", line(fair, on, one), line(letter, late, other));
        assertThat(answer.getStatus()).isEqualTo(422);
        assertThat(answer.getContentAsString(StandardCharsets.UTF_8))
                .contains(message, "value=\"" + one + "\"", "value=\"" + late + "\"", "Spring letter");
        assertThat(touches()).isZero();
    }

    @Test
    void aCampaignIsNamedOnceAndALineWithAShareNamesOne() throws Exception {
        assertThat(save("0", line(fair, "2026-01-05", "50"), line(fair, "2026-01-06", "50"))
                        .getContentAsString())
                .contains("is there already");
        assertThat(save("0", line(fair, "2026-01-05", "50"), new String[] {"", "", "50"})
                        .getContentAsString())
                .contains("Please choose a campaign");
    }

    @Test
    void aDaySaidByHandIsMovedAndOneThatIsKnownStays() throws Exception {
        save("0", line(fair, "2026-01-05", ""), line(letter, "2026-02-05", ""));
        save(version(), line(fair, "2026-03-05", ""), line(letter, "", ""));
        assertThat(body("/attribution/edit")).contains("value=\"2026-03-05\"", "value=\"2026-02-05\"");
        assertThat(database.sql("select campaign_id from opportunity_touch where first_share = 10000")
                        .query(Long.class)
                        .single())
                .isEqualTo(letter);

        database.sql("update opportunity_touch set kind = 'LEAD' where campaign_id = ?")
                .param(letter)
                .update();
        MockHttpServletResponse answer = save(version(), line(fair, "2026-03-05", ""), line(letter, "2026-01-01", ""));
        assertThat(answer.getStatus()).isEqualTo(422);
        assertThat(answer.getContentAsString(StandardCharsets.UTF_8))
                .contains("This day is known", "value=\"2026-01-01\"");
        assertThat(body("/attribution/edit")).contains("value=\"2026-02-05\"");
    }

    @Test
    void theSecondOfTwoIsTold() throws Exception {
        save("0", line(fair, "2026-01-05", ""));
        MockHttpServletResponse late = save("0", line(letter, "2026-01-05", ""));
        assertThat(late.getStatus()).isEqualTo(422);
        assertThat(late.getContentAsString()).contains("Somebody else has changed this meanwhile", "Spring letter");
        assertThat(touches()).isEqualTo(1);
    }

    @Test
    void whoSeesNoCampaignsNamesNoneAndWhoMayNotAttributeDoesNot() throws Exception {
        database.sql("delete from role_access where record_type = 'campaign'").update();
        Viewer blind = viewers.find(owner.personId()).orElseThrow();
        assertThat(post(blind, "0", line(fair, "2026-01-05", "")).getStatus()).isEqualTo(404);
        database.sql("delete from role_permission where permission = 'sales.attribution.edit'")
                .update();
        assertThat(post(viewers.find(owner.personId()).orElseThrow(), "0", line(fair, "2026-01-05", ""))
                        .getStatus())
                .isEqualTo(403);
        assertThat(touches()).isZero();
    }

    /** Came in the year before it was opened, or since; not who was only invited, came long ago or belongs to somebody else. */
    @Test
    void campaignsThatTheCustomersPeopleCameToHaveTouchedIt() {
        long came = campaign("Came");
        long wasALead = campaign("Was a lead then");
        long invited = campaign("Invited");
        long longAgo = campaign("Long ago");
        long others = campaign("Others came");
        database.sql("update lead set customer_id = (select customer_id from opportunity where id = ?) where id = ?")
                .params(deal, company.id("lead"))
                .update();
        participant(came, "contact_id", "contact_id", "attended_at", 30);
        participant(wasALead, "lead_id", "" + company.id("lead"), "responded_at", 20);
        participant(invited, "customer_id", "customer_id", "invited_at", 10);
        participant(longAgo, "customer_id", "customer_id", "attended_at", 400);
        long stranger = database.sql("""
                        insert into customer (id, name, created_at, updated_at) values (nextval('customer_seq'), 'Stranger', now(), now()) returning id""").query(Long.class).single();
        participant(others, "customer_id", "" + stranger, "attended_at", 10);

        events.publishEvent(new OpportunityCreated(deal, owner.personId()));

        assertThat(database.sql("""
                        select c.name || ' ' || t.kind || ' ' || t.even_share from opportunity_touch t join campaign c on c.id = t.campaign_id
                        where t.opportunity_id = ? order by t.first_at""").param(deal).query(String.class).list())
                .containsExactly("Came PARTICIPATION 5000", "Was a lead then PARTICIPATION 5000");

        participant(fair, "customer_id", "customer_id", "attended_at", -1);
        events.publishEvent(new OpportunityWon(deal, owner.personId()));
        assertThat(touches()).as("what is still to come has not brought it").isEqualTo(2);
        participant(letter, "customer_id", "customer_id", "responded_at", 1);
        events.publishEvent(new OpportunityWon(deal, owner.personId()));
        assertThat(touches()).isEqualTo(3);
    }

    /** Whoever took a campaign away has said that it brought nothing; saying that it did brings it back. */
    @Test
    void whatWasTakenAwayByHandStaysAway() throws Exception {
        participant(fair, "customer_id", "customer_id", "attended_at", 3);
        participant(letter, "customer_id", "customer_id", "attended_at", 2);
        events.publishEvent(new OpportunityCreated(deal, owner.personId()));
        assertThat(touches()).isEqualTo(2);
        save(version(), new String[] {"" + letter, "", ""});
        assertThat(touches()).isEqualTo(1);

        events.publishEvent(new OpportunityWon(deal, owner.personId()));
        assertThat(many.note(List.of(deal), Instant.now())).isEmpty();
        assertThat(touches()).as("still away").isEqualTo(1);

        save(version(), new String[] {"" + letter, "", ""}, line(fair, "2026-01-05", ""));
        events.publishEvent(new OpportunityWon(deal, owner.personId()));
        assertThat(touches()).isEqualTo(2);
    }

    /** Qualified to a customer first, with the opportunity opened by hand later: the lead's campaign has brought it all the same. */
    @Test
    void theCampaignOfALeadThatTheCustomerWasHasTouchedIt() {
        database.sql("""
                        update lead set campaign_id = :fair, created_at = now() - interval '20 days',
                            customer_id = (select customer_id from opportunity where id = :deal) where id = :lead""")
                .param("fair", fair)
                .param("deal", deal)
                .param("lead", company.id("lead"))
                .update();
        participant(fair, "customer_id", "customer_id", "attended_at", 3);
        long old = database.sql("""
                        insert into lead (id, full_name, campaign_id, customer_id, created_at, updated_at)
                        select nextval('lead_seq'), 'Long ago', :letter, customer_id, now() - interval '900 days', now()
                        from opportunity where id = :deal returning id""")
                .param("letter", letter)
                .param("deal", deal)
                .query(Long.class)
                .single();

        events.publishEvent(new OpportunityCreated(deal, owner.personId()));

        assertThat(old).isPositive();
        assertThat(database.sql(
                                "select campaign_id || ' ' || kind || ' ' || (last_at - first_at > interval '16 days') from opportunity_touch")
                        .query(String.class)
                        .list())
                .containsExactly(fair + " LEAD true");
    }

    /** Who may look at an opportunity does not say what has brought it. */
    @Test
    void whoMayOnlyLookAtItChangesNothing() throws Exception {
        Viewer looker = accounts.representative(accounts.team("East", null));
        database.sql(
                        "insert into opportunity_member (id, opportunity_id, person_id, access, added_at) values (nextval('opportunity_member_seq'), ?, ?, 'VIEW', now())")
                .params(deal, looker.personId())
                .update();
        MockHttpServletResponse refused = post(looker, "0", line(fair, "2026-01-05", "100"));
        assertThat(refused.getStatus()).isEqualTo(422);
        assertThat(touches()).isZero();
    }

    /** A check-in by mistake earns nothing once it is taken back; what others of the same customer came to stays, on its own day. */
    @Test
    void whoDidNotComeAfterAllHasBroughtNothing() throws Exception {
        Viewer marketer = accounts.marketingManager();
        participant(fair, "customer_id", "customer_id", "attended_at", 3);
        participant(letter, "customer_id", "customer_id", "attended_at", 9);
        participant(letter, "contact_id", "contact_id", "responded_at", 2);
        events.publishEvent(new OpportunityWon(deal, owner.personId()));
        assertThat(touches()).isEqualTo(2);

        for (String of : List.of("campaign_id = " + fair, "campaign_id = " + letter + " and customer_id is not null")) {
            undo(marketer, "corrections", of);
        }
        assertThat(database.sql(
                                "select campaign_id || ' ' || even_share || ' ' || (now() - first_at < interval '4 days') from opportunity_touch")
                        .query(String.class)
                        .list())
                .containsExactly(letter + " 10000 true");

        undo(marketer, "removals", "campaign_id = " + letter);
        assertThat(touches()).isZero();
        assertThat(database.sql("select coalesce(sum(opportunities), 0) from attribution_month")
                        .query(Long.class)
                        .single())
                .isZero();
    }

    private void undo(Viewer by, String what, String of) throws Exception {
        var request = MockMvcRequestBuilders.post("/marketing/participants/" + what)
                .with(csrf())
                .with(signedIn(by));
        database.sql("select id from campaign_participant where " + of)
                .query(String.class)
                .list()
                .forEach(id -> request.param("ids", id));
        mvc.perform(request);
    }

    /** Lines of campaigns that somebody does not see can't be left out by them. */
    @Test
    void campaignsOutOfSightStayWhateverIsSaid() throws Exception {
        save("0", line(fair, "2026-01-05", "75"), line(letter, "2026-02-05", "25"));
        database.sql("delete from role_access where record_type = 'campaign'").update();
        Viewer blind = viewers.find(owner.personId()).orElseThrow();
        database.sql("update campaign set owner_id = ?, team_id = ? where id = ?")
                .params(owner.personId(), owner.teamId(), letter)
                .update();
        String version = database.sql("""
                        select md5(string_agg(concat_ws(':', campaign_id, first_at, said_share), ',' order by campaign_id)) from opportunity_touch""").query(String.class).single();
        post(blind, version, line(letter, "2026-02-05", "100"));
        assertThat(database.sql(
                                "select campaign_id || ' ' || said_share || ' ' || manual_share from opportunity_touch order by said_share")
                        .query(String.class)
                        .list())
                .containsExactly(fair + " 0 0", letter + " 10000 10000");
    }

    /** @param who an id, or the column of the opportunity that it stands in */
    private void participant(long campaign, String column, String who, String status, int daysAgo) {
        database.sql("""
                        insert into campaign_participant (campaign_id, %1$s, status, %3$s, source, created_at, updated_at)
                        select :campaign, %2$s, upper(replace('%3$s', '_at', '')), now() - :days * interval '1 day', 'HAND', now(), now()
                        from opportunity where id = :deal""".formatted(column, who, status))
                .param("campaign", campaign)
                .param("days", daysAgo)
                .param("deal", deal)
                .update();
    }

    private long campaign(String name) {
        return database.sql("""
                        insert into campaign (id, name, method_id, start_on, end_on, currency, state, state_since, owner_id, created_at, updated_at)
                        select nextval('campaign_seq'), :name, method_id, start_on, end_on, currency, 'PLANNED', now(), owner_id, now(), now()
                        from campaign where id = :sample returning id""")
                .param("name", name)
                .param("sample", fair)
                .query(Long.class)
                .single();
    }

    private static String[] line(long campaign, String on, String percent) {
        return new String[] {"" + campaign, on, percent};
    }

    private long touches() {
        return database.sql("select count(*) from opportunity_touch")
                .query(Long.class)
                .single();
    }

    private String version() throws Exception {
        return body("/attribution/edit").replaceAll("(?s).*name=\"version\" value=\"([^\"]*)\".*", "$1");
    }

    private String body(String part) throws Exception {
        return mvc.perform(get("/sales/opportunities/" + deal + part).with(signedIn(owner)))
                .andReturn()
                .getResponse()
                .getContentAsString(StandardCharsets.UTF_8);
    }

    private String list(String query) throws Exception {
        return mvc.perform(get("/sales/opportunities" + query).with(signedIn(owner)))
                .andReturn()
                .getResponse()
                .getContentAsString(StandardCharsets.UTF_8);
    }

    private MockHttpServletResponse save(String version, String[]... lines) throws Exception {
        return post(owner, version, lines);
    }

    private MockHttpServletResponse post(Viewer by, String version, String[]... lines) throws Exception {
        var request = MockMvcRequestBuilders.post("/sales/opportunities/" + deal + "/attribution")
                .with(csrf())
                .with(signedIn(by))
                .param("version", version);
        for (int i = 0; i < lines.length; i++) {
            request.param("lines[" + i + "].campaignId", lines[i][0])
                    .param("lines[" + i + "].touchedOn", lines[i][1])
                    .param("lines[" + i + "].percent", lines[i][2]);
        }
        return mvc.perform(request).andReturn().getResponse();
    }
}
