package org.triviumcrm.marketing.mining;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.withinPercentage;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.not;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.flash;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;
import static org.triviumcrm.testing.Accounts.signedIn;

import java.time.OffsetDateTime;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;
import org.triviumcrm.identity.Viewer;
import org.triviumcrm.testing.Accounts;
import org.triviumcrm.testing.IntegrationTest;
import org.triviumcrm.testing.SampleCompany;

/** From the question who answers a campaign to a target list of those who have not been asked. */
@IntegrationTest
class TargetMiningTests {

    private static final String PATH = "/marketing/mining";

    private static final String DRIFTED = "whoever says yes has changed. Learn anew.";

    @Autowired
    MockMvc mvc;

    @Autowired
    SampleCompany company;

    @Autowired
    Accounts accounts;

    @Autowired
    JdbcClient database;

    @Autowired
    MiningRunner runner;

    private Viewer manager;

    /** Of every three retailers with 200 people and more nearly all answered, of the others hardly anybody; half were not asked at all. */
    @BeforeEach
    void customersWhoWereAsked() {
        company.found();
        manager = accounts.marketingManager();
        database.sql("""
                        insert into customer (id, name, industry, employees, owner_id, created_at, updated_at)
                        select 990000 + n, 'Asked ' || n, (array['Retail', 'Health', 'Energy'])[1 + n % 3], (n * 37) % 400, :owner,
                            timestamptz '2026-01-01' + n * interval '1 hour', now()
                        from generate_series(1, 3000) n""").param("owner", company.id("person")).update();
        database.sql("""
                        insert into campaign_participant (campaign_id, customer_id, source, status, created_at, updated_at, invited_at, responded_at)
                        select :campaign, c.id, 'HAND', 'INVITED', c.created_at, c.created_at, c.created_at,
                            case when (c.industry = 'Retail' and c.employees >= 200) <> (c.id % 20 = 7) then c.created_at + interval '2 days' end
                        from customer c where c.id > 990000 and c.id % 2 = 0""").param("campaign", company.id("campaign")).update();
    }

    @Test
    void leadsFromTheQuestionToATargetList() throws Exception {
        long id = asked();
        show(PATH + "/" + id + "/training")
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("Industry")))
                .andExpect(content().string(containsString("Choose attributes")))
                .andExpect(content().string(containsString("There are 1,501 customers to learn from")));
        send("/" + id + "/training").andExpect(status().isUnprocessableContent());
        send("/" + id + "/training", "attributes", "industry", "attributes", "gone", "depth", "3")
                .andExpect(status().isUnprocessableContent())
                .andExpect(content().string(containsString("not there any more")));
        send("/" + id + "/training", "attributes", "industry", "attributes", "employees")
                .andExpect(redirectedUrl(PATH + "/" + id));
        assertThat(read("state", id)).isEqualTo("TRAINING");
        send("/" + id + "/training", "attributes", "industry").andExpect(status().isUnprocessableContent());

        runner.run(id);

        assertThat(read("state || learned", id)).isEqualTo("READY1501");
        show(PATH + "/" + id)
                .andExpect(content().string(containsString("Industry is Retail")))
                .andExpect(content().string(matchesPattern("(?s).*Employees (19\\d|20\\d) or more.*")))
                .andExpect(content().string(containsString("for the latest third")))
                .andExpect(content().string(containsString("data-chart")));
        show(PATH).andExpect(content().string(containsString("Who answers")));

        send("/" + id + "/scoring").andExpect(redirectedUrl(PATH + "/" + id));
        runner.run(id);
        assertThat(read("scoring", id)).isEqualTo("DONE");
        assertThat(number("select count(*) from mining_score")).isEqualTo(Long.parseLong(read("scored", id)));
        assertThat(number(
                        "select count(*) from mining_score s join campaign_participant p on p.customer_id = s.customer_id"
                                + " where p.responded_at is not null"))
                .isZero();

        long leaf = number("select leaf from mining_score group by leaf order by count(*) limit 1");
        send("/" + id + "/uses", "name", "Retailers", "into", "LIST").andExpect(status().isUnprocessableContent());
        send("/" + id + "/uses", "name", "Retailers", "leaves", "" + leaf).andExpect(status().isUnprocessableContent());
        send("/" + id + "/uses", "name", "Retailers", "into", "LIST", "leaves", "" + leaf)
                .andExpect(status().is3xxRedirection());
        long list = number("select audience_id from mining_use where model_id = " + id);
        assertThat(number("select count(*) from audience_member where audience_id = " + list))
                .isEqualTo(number("select count(*) from mining_score where leaf = " + leaf))
                .isPositive();
        show(PATH + "/" + id).andExpect(content().string(containsString("Retailers")));
        send("/" + id + "/deletion").andExpect(flash().attribute("problem", "marketing.mining.error.used"));
        assertThat(number("select count(*) from mining_use where model_id = " + id))
                .as("who used what stays on record")
                .isOne();
        show(PATH + "/" + id)
                .andExpect(content().string(org.hamcrest.Matchers.not(containsString("/" + id + "/deletion"))));
        database.sql("delete from mining_use where model_id = " + id).update();
        send("/" + id + "/deletion").andExpect(flash().attribute("notice", "marketing.mining.deleted"));
        assertThat(number("select count(*) from audience where id = " + list)).isOne();
    }

    @Test
    void aBandBecomesAPlannedCampaignAndItsPromiseIsComparedWithWhatCameTrueThere() throws Exception {
        long id = scored();
        String from = "/" + id + "/uses";
        show(PATH + from + "/new")
                .andExpect(content().string(containsString("95 % and more")))
                .andExpect(content().string(containsString("A target list and a new planned campaign")));
        String method = "" + company.id("marketing_term");
        send(from, "name", "Likely", "into", "NEW", "band", "80", "startOn", "2026-12-01", "endOn", "2026-12-31")
                .andExpect(status().isUnprocessableContent())
                .andExpect(content().string(containsString("Likely")));
        send(
                        from,
                        "name",
                        "Likely",
                        "into",
                        "NEW",
                        "band",
                        "80",
                        "methodId",
                        method,
                        "startOn",
                        "2026-12-31",
                        "endOn",
                        "2026-12-01")
                .andExpect(status().isUnprocessableContent());
        assertThat(number("select count(*) from audience where name = 'Likely'"))
                .as("nothing is half made")
                .isZero();
        send(
                        from,
                        "name",
                        "Likely",
                        "into",
                        "NEW",
                        "band",
                        "80",
                        "methodId",
                        method,
                        "startOn",
                        "2026-12-01",
                        "endOn",
                        "2026-12-31")
                .andExpect(status().is3xxRedirection());
        long campaign = number("select id from campaign where name = 'Likely' and state = 'PLANNED'");
        long use = number("select id from mining_use where campaign_id = " + campaign);
        long people = number("select people from mining_use where id = " + use);
        assertThat(people)
                .as("retailers with 200 people and more who have not answered")
                .isEqualTo(number("select count(*) from mining_use_member u where u.use_id = " + use))
                .isCloseTo(
                        number("select count(*) from mining_score s join customer c on c.id = s.customer_id"
                                + " where c.industry = 'Retail' and c.employees >= 200 and c.id > 990000"),
                        withinPercentage(5)) // the tree asks for 195 as well as for 200, as the lots fall
                .isBetween(200L, 400L);
        assertThat(number("select count(*) from audience_use where campaign_id = " + campaign))
                .isOne();
        show(PATH + from + "/" + use)
                .andExpect(content().string(containsString("Nobody has said yes yet.")))
                .andExpect(content().string(containsString("Likely")));

        answer(company.id("campaign"), use, people);
        show(PATH + from + "/" + use)
                .andExpect(content().string(containsString("(0 of " + people + ")")))
                .andExpect(content().string(containsString("Nobody has said yes yet.")));
        database.sql("delete from campaign_participant where campaign_id = " + campaign)
                .update();
        answer(campaign, use, people / 2);
        show(PATH + from + "/" + use).andExpect(content().string(containsString("Fewer than promised so far.")));
        database.sql("delete from campaign_participant where campaign_id = " + campaign)
                .update();
        answer(campaign, use, people);
        show(PATH + from + "/" + use)
                .andExpect(content().string(containsString("(" + people + " of " + people + ")")))
                .andExpect(content().string(containsString("As promised.")));
        show("/marketing/campaigns/" + campaign)
                .andExpect(content().string(containsString("/marketing/mining" + from + "/" + use)));
        show("/marketing/audiences/" + number("select audience_id from mining_use where id = " + use))
                .andExpect(content().string(containsString("Promised and actual: Who answers")));

        database.sql("delete from mining_score").update();
        show(PATH + from + "/" + use).andExpect(content().string(containsString("(" + people + " of " + people + ")")));
        show(PATH + from + "/4711").andExpect(status().isNotFound());
    }

    /** Of a field it is only known what it says now: whoever was not yes when they were scored and is it now has become it since. */
    @Test
    void whatAFieldSaysAfterwardsIsHeldAgainstThePromiseAndAModelThatTellsNoMoreSaysSo() throws Exception {
        field("Deposit", false);
        database.sql("""
                        update customer set custom = jsonb_build_object('deposit', (industry = 'Retail' and employees >= 200) <> (id % 20 = 7))
                        where id > 990000 and id % 2 = 0""").update();
        String to = Objects.requireNonNull(send("", "name", "Who deposits", "question", "customDeposit")
                .andExpect(status().is3xxRedirection())
                .andReturn()
                .getResponse()
                .getRedirectedUrl());
        long id = Long.parseLong(to.replaceAll("\\D", ""));
        send("/" + id + "/training", "attributes", "industry", "attributes", "employees");
        runner.run(id);
        send("/" + id + "/scoring");
        runner.run(id);
        send("/" + id + "/uses", "name", "Depositors", "into", "LIST", "band", "80")
                .andExpect(status().is3xxRedirection());
        long use = number("select id from mining_use where model_id = " + id);
        long people = number("select people from mining_use where id = " + use);
        show(PATH + "/" + id + "/uses/" + use).andExpect(content().string(containsString("Nobody has said yes yet.")));

        become("c.id in (select u.customer_id from mining_use_member u where u.use_id = " + use + ")");
        show(PATH + "/" + id + "/uses/" + use)
                .andExpect(content().string(containsString("(" + people + " of " + people + ")")))
                .andExpect(content().string(containsString("As promised.")));
        mvc.perform(get(PATH + "/" + id + "/uses/" + use).with(signedIn(accounts.allowed("marketing.mining.view"))))
                .andExpect(status().isOk())
                .andExpect(content().string(not(containsString("of " + people + ")"))));
        show(PATH + "/" + id).andExpect(content().string(not(containsString(DRIFTED))));

        database.sql(
                        "update customer set custom = jsonb_build_object('deposit', false) where id > 990000 and id % 2 = 1")
                .update();
        become("c.id > 990000 and c.id % 2 = 1 and c.industry <> 'Retail'");
        show(PATH + "/" + id).andExpect(content().string(containsString(DRIFTED)));
    }

    private void become(String who) {
        database.sql("update customer c set custom = jsonb_build_object('deposit', true) where " + who)
                .update();
    }

    @Test
    void aGroupGoesIntoACampaignThatIsThere() throws Exception {
        long id = scored();
        long leaf = number("select leaf from mining_score group by leaf order by count(*) limit 1");
        long campaign = company.id("campaign");
        database.sql("delete from campaign_participant where customer_id > 990000")
                .update();
        send("/" + id + "/uses", "name", "More", "into", "PRESENT", "leaves", "" + leaf)
                .andExpect(status().isUnprocessableContent());
        send("/" + id + "/uses", "name", "More", "into", "PRESENT", "leaves", "" + leaf, "campaignId", "4711")
                .andExpect(status().isNotFound());
        send("/" + id + "/uses", "name", "More", "into", "PRESENT", "leaves", "" + leaf, "campaignId", "" + campaign)
                .andExpect(redirectedUrl("/marketing/campaigns/" + campaign));
        assertThat(number("select count(*) from campaign_participant where customer_id > 990000 and campaign_id = "
                        + campaign))
                .isEqualTo(
                        number("select count(*) from mining_score where leaf = " + leaf + " and customer_id > 990000"))
                .isPositive();
    }

    @Test
    void whoWasScoredAnewMeanwhileIsNotAddressed() throws Exception {
        long id = scored();
        long leaf = number("select leaf from mining_score group by leaf order by count(*) limit 1");
        show(PATH + "/" + id + "/uses/new").andExpect(content().string(containsString("name=\"scoredAt\"")));
        send("/" + id + "/uses", "name", "Old", "into", "LIST", "leaves", "" + leaf, "scoredAt", "2026-01-01T00:00:00Z")
                .andExpect(status().isUnprocessableContent())
                .andExpect(content().string(containsString("scored anew")))
                .andExpect(content().string(containsString("value=\"Old\"")));
        String now = database.sql("select scored_at from mining_model where id = ?")
                .param(id)
                .query(OffsetDateTime.class)
                .single()
                .toInstant()
                .toString();
        send("/" + id + "/uses", "name", "Now", "into", "LIST", "leaves", "" + leaf, "scoredAt", now)
                .andExpect(status().is3xxRedirection());
        assertThat(database.sql("show statement_timeout").query(String.class).single())
                .as("what is looked up before must not bound what is written afterwards")
                .isNotEqualTo("5s");
    }

    @Test
    void whatMustNotDecideAnyMoreEndsWhatWasLearnedFromIt() throws Exception {
        long id = scored();
        long leaf = number("select leaf from mining_score group by leaf order by count(*) limit 1");
        database.sql("insert into mining_barred (subject, attribute) values ('customer', 'industry')")
                .update();
        send("/" + id + "/uses", "name", "Barred", "into", "LIST", "leaves", "" + leaf)
                .andExpect(status().isUnprocessableContent())
                .andExpect(content().string(containsString("must not be used to decide")));
        assertThat(number("select count(*) from mining_use where model_id = " + id))
                .isZero();
        database.sql("update mining_model set scoring = 'RUNNING', scored_to = 0, scored = 0 where id = ?")
                .param(id)
                .update();
        database.sql("delete from mining_score").update();
        runner.run(id);
        assertThat(read("scoring", id)).as("nor is a scoring under way ended").isEqualTo("FAILED");
        show(PATH + "/" + id).andExpect(content().string(containsString("must not be used to decide any more")));
        assertThat(number("select count(*) from mining_score")).isZero();
    }

    @Test
    void whatIsBarredIsSoForThoseWhoAreNotOfferedItToo() throws Exception {
        long id = scored();
        long leaf = number("select leaf from mining_score group by leaf order by count(*) limit 1");
        database.sql(
                        "update mining_model set attributes = array_append(attributes, 'nobodyIsOfferedThis') where id = ?")
                .param(id)
                .update();
        database.sql("insert into mining_barred (subject, attribute) values ('customer', 'nobodyIsOfferedThis')")
                .update();
        send("/" + id + "/uses", "name", "Barred", "into", "LIST", "leaves", "" + leaf)
                .andExpect(status().isUnprocessableContent())
                .andExpect(content().string(containsString("must not be used to decide")));
    }

    @Test
    void whatMustNotDecideIsNoQuestion() throws Exception {
        field("Married", true);
        field("Insured", false);
        show(PATH + "/new")
                .andExpect(content().string(containsString("customInsured")))
                .andExpect(content().string(not(containsString("customMarried"))));
        send("", "name", "Who is married", "question", "customMarried")
                .andExpect(status().isUnprocessableContent())
                .andExpect(content().string(containsString("must not be used to decide")));
    }

    private void field(String name, boolean sensitive) throws Exception {
        mvc.perform(post("/administration/fields")
                        .param("noun", "customer")
                        .param("kind", "YES_NO")
                        .param("name", name)
                        .param("active", "true")
                        .param("sensitive", "" + sensitive)
                        .param("position", "1")
                        .with(signedIn(accounts.administrator()))
                        .with(csrf()))
                .andExpect(status().is3xxRedirection());
    }

    /** So many of a use answer a campaign. */
    private void answer(long campaign, long use, long many) {
        database.sql("""
                        insert into campaign_participant (campaign_id, customer_id, source, status, created_at, updated_at, invited_at, responded_at)
                        select :campaign, u.customer_id, 'HAND', 'INVITED', now(), now(), now(), now() + interval '1 hour'
                        from mining_use_member u where u.use_id = :use order by u.customer_id limit :many
                        on conflict do nothing""")
                .param("campaign", campaign)
                .param("use", use)
                .param("many", many)
                .update();
    }

    private long scored() throws Exception {
        long id = asked();
        send("/" + id + "/training", "attributes", "industry", "attributes", "employees");
        runner.run(id);
        send("/" + id + "/scoring");
        runner.run(id);
        return id;
    }

    @Test
    void goesOnScoringWhereItStopped() throws Exception {
        long id = asked();
        send("/" + id + "/training", "attributes", "industry", "attributes", "employees", "depth", "3", "leaf", "20");
        runner.run(id);
        send("/" + id + "/scoring");
        database.sql("insert into mining_score (model_id, customer_id, leaf) values (:id, 990001, 77)")
                .param("id", id)
                .update();
        database.sql("update mining_model set scored = 1, scored_to = 990001 where id = :id")
                .param("id", id)
                .update();
        runner.run(id);
        assertThat(number("select leaf from mining_score where customer_id = 990001"))
                .as("what was scored before the node died is kept")
                .isEqualTo(77);
        assertThat(number("select count(*) from mining_score where customer_id > 990000"))
                .isGreaterThan(2_500);
    }

    @Test
    void saysWhyNothingWasLearned() throws Exception {
        database.sql("update campaign_participant set responded_at = null where customer_id > 990040")
                .update();
        long id = asked();
        send("/" + id + "/training", "attributes", "industry");
        runner.run(id);
        show(PATH + "/" + id).andExpect(content().string(containsString("Fewer than 30 said yes")));
        send("/" + id + "/scoring").andExpect(flash().attribute("problem", "marketing.mining.error.busy"));
    }

    @Test
    void refusesWhatMakesNoQuestion() throws Exception {
        show(PATH + "/new").andExpect(content().string(containsString("What do you want to know?")));
        show(PATH + "/new?question=responded")
                .andExpect(content().string(containsString("Only those count who were asked")));
        send("", "name", "Typed", "question", "nothing").andExpect(status().isUnprocessableContent());
        send("", "name", "Typed", "question", "responded")
                .andExpect(status().isUnprocessableContent())
                .andExpect(content().string(containsString("Typed")))
                .andExpect(content().string(containsString("choose what it is about")));
        mvc.perform(get(PATH).with(signedIn(accounts.representative(null)))).andExpect(status().isForbidden());
        show(PATH + "/4711").andExpect(status().isNotFound());
    }

    private long asked() throws Exception {
        String to = send("", "name", "Who answers", "question", "responded", "thing", "" + company.id("campaign"))
                .andExpect(status().is3xxRedirection())
                .andReturn()
                .getResponse()
                .getRedirectedUrl();
        return Long.parseLong(Objects.requireNonNull(to).replaceAll("\\D", ""));
    }

    private String read(String what, long id) {
        return String.valueOf(database.sql("select " + what + " from mining_model where id = :id")
                .param("id", id)
                .query()
                .singleValue());
    }

    private long number(String sql) {
        return database.sql(sql).query(Long.class).single();
    }

    private ResultActions show(String path) throws Exception {
        return mvc.perform(get(path).with(signedIn(manager)));
    }

    private ResultActions send(String path, String... parameters) throws Exception {
        var request = post(PATH + path).with(signedIn(manager)).with(csrf());
        for (int i = 0; i < parameters.length; i += 2) {
            request.param(parameters[i], parameters[i + 1]);
        }
        return mvc.perform(request);
    }
}
