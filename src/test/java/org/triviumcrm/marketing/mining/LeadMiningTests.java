package org.triviumcrm.marketing.mining;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.flash;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;
import static org.triviumcrm.testing.Accounts.signedIn;

import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;
import org.triviumcrm.customer.FieldKind;
import org.triviumcrm.customer.NewFields;
import org.triviumcrm.identity.Viewer;
import org.triviumcrm.testing.Accounts;
import org.triviumcrm.testing.IntegrationTest;

/** From the question which leads become customers to what stands beside the points of those that are open. */
@IntegrationTest
class LeadMiningTests {

    private static final String PATH = "/marketing/mining";
    private static final String LEADS = "/marketing/leads";
    private static final String SHOWN = "id > 990000 and chance is not null";

    @Autowired
    MockMvc mvc;

    @Autowired
    Accounts accounts;

    @Autowired
    JdbcClient database;

    @Autowired
    MiningRunner runner;

    @Autowired
    LeadScoring scoring;

    @Autowired
    MiningResultService results;

    @Autowired
    NewFields fields;

    private Viewer manager;
    private Viewer seller;

    /** Of those from a fair with a job title nearly all became customers, of the others hardly any; every third is open and new. */
    @BeforeEach
    void leads() {
        manager = accounts.marketingManager();
        seller = accounts.representative(null);
        database.sql("""
                        insert into lead (id, company, job_title, source, state, reason, decided_at, owner_id, created_at, updated_at)
                        select 990000 + n, 'Lead ' || n, case when n % 2 = 0 then 'Buyer' end, s.source, d.state,
                            case when d.state = 'DISQUALIFIED' then 'No budget' end,
                            case when d.state in ('QUALIFIED', 'DISQUALIFIED') then now() - interval '1 day' end,
                            case when n % 10 = 0 then cast(:seller as bigint) else :manager end, now() - n * interval '1 hour', now() - interval '1 day'
                        from generate_series(1, 1800) n
                        cross join lateral (select (array['Fair', 'Web', 'Advert', 'Call'])[1 + n / 6 % 4] as source) s
                        cross join lateral (select case when n % 3 = 0 then case when n % 4 = 0 then 'NEW' else 'WORKING' end
                            when (s.source = 'Fair' and n % 2 = 0) <> (n % 17 = 5) then 'QUALIFIED' else 'DISQUALIFIED' end as state) d""")
                .param("seller", seller.personId())
                .param("manager", manager.personId())
                .update();
    }

    @Test
    void openLeadsAreToldByThoseThatWereDecided() throws Exception {
        long id = learned("source", "hasJobTitle");
        assertThat(read("subject || state || learned", id))
                .as("open ones are not learned from while they are new")
                .isEqualTo("leadREADY1200");
        show(PATH + "/" + id)
                .andExpect(content().string(containsString("Learned from 1,200 leads")))
                .andExpect(content().string(containsString("Source is Fair")))
                .andExpect(content().string(containsString("Job title given is Yes")))
                .andExpect(content().string(containsString("Show beside lead scores")));
        show(LEADS).andExpect(content().string(not(containsString("Model says"))));

        send("/" + id + "/shown").andExpect(flash().attribute("notice", "marketing.mining.shown.now"));
        runner.run(id);
        assertThat(read("scoring || scored", id)).isEqualTo("DONE600");
        assertThat(number("select count(*) from lead where " + SHOWN)).isEqualTo(600);
        assertThat(number("select count(*) from lead where " + SHOWN + " and state not in ('NEW', 'WORKING')"))
                .isZero();
        assertThat(number("select count(*) from lead where " + SHOWN
                        + " and (chance > 80) <> (source = 'Fair' and job_title is not null)"))
                .as("the groups are told apart")
                .isZero();
        show(LEADS + "?f.chance=80..&sort=-chance")
                .andExpect(content().string(containsString("Model says")))
                .andExpect(content().string(containsString("Lead 990120".substring(0, 5))));
        assertThat(number("select count(*) from lead where id > 990000 and chance > 80"))
                .isEqualTo(
                        number(
                                "select count(*) from lead where id > 990000 and state in ('NEW', 'WORKING') and source = 'Fair' and job_title is not null"))
                .isPositive();
        double best = database.sql("select max(chance) from lead where " + SHOWN)
                .query(Double.class)
                .single();
        show("/marketing/scores")
                .andExpect(content().string(containsString("Which become customers")))
                .andExpect(content().string(containsString("f.chance=" + band(best) + "..")))
                .andExpect(content().string(containsString("Show none")));
        show(panel(open("source = 'Fair' and job_title is not null")))
                .andExpect(content().string(containsString("Model: 9")))
                .andExpect(content().string(containsString("Why: Source is Fair, Job title given is Yes")))
                .andExpect(content().string(containsString("/marketing/mining/" + id)));
    }

    /** Which of the leads are set aside to check what was learned is drawn by the number of the model, so the surest group differs a little. */
    private static String band(double chance) {
        return chance >= 94.5 ? "94.5" : chance >= 89.5 ? "89.5" : "79.5";
    }

    @Test
    void whatIsNewOrChangesIsToldSoonAfterAndOnce() throws Exception {
        long id = shown("source", "hasJobTitle");
        long one = open("source = 'Web' and job_title is not null");
        assertThat(chance(one)).isLessThan(20);
        database.sql("update lead set source = 'Fair', updated_at = now() where id = ?")
                .param(one)
                .update();
        database.sql("""
                        insert into lead (id, company, job_title, source, owner_id, created_at, updated_at)
                        values (995000, 'New', 'Buyer', 'Fair', :owner, now(), now())""").param("owner", manager.personId()).update();
        long decided = open("source = 'Fair' and job_title is not null and id <> " + one);
        database.sql("update lead set state = 'QUALIFIED', decided_at = now(), updated_at = now() where id = ?")
                .param(decided)
                .update();
        scoring.look();
        assertThat(chance(one)).isGreaterThan(80);
        assertThat(chance(995000)).isGreaterThan(80);
        assertThat(number("select count(*) from lead where id = " + decided + " and chance is not null"))
                .isZero();
        show(panel(decided)).andExpect(content().string(containsString("Model: 9")));
        String before = said(id);
        scoring.look();
        assertThat(said(id)).as("again it comes to the same").isEqualTo(before);

        show(PATH + "/" + id).andExpect(content().string(containsString("Shown beside the points of leads since")));
        send("/shown/removal").andExpect(flash().attribute("notice", "marketing.mining.hidden"));
        scoring.look();
        assertThat(number("select count(*) from lead where chance is not null")).isZero();
        show(panel(one)).andExpect(content().string(not(containsString("Model:"))));
        show(LEADS).andExpect(content().string(not(containsString("Model says"))));
    }

    @Test
    void aModelOfSomebodyWhoHasLeftCanBeShown() throws Exception {
        long id = learned("source", "hasJobTitle");
        long left = accounts.marketingManager().personId();
        database.sql("update person set active = false where id = ?")
                .param(left)
                .update();
        database.sql("update mining_model set created_by = :left where id = :id")
                .param("left", left)
                .param("id", id)
                .update();
        send("/" + id + "/shown").andExpect(flash().attribute("notice", "marketing.mining.shown.now"));
        runner.run(id);
        assertThat(read("state || scoring || scored", id)).isEqualTo("READYDONE600");
    }

    @Test
    void learnedAnewAllAreToldAnew() throws Exception {
        long id = shown("source", "hasJobTitle");
        long one = open("source = 'Fair' and job_title is null");
        assertThat(chance(one)).isLessThan(20);
        send("/" + id + "/training", "attributes", "source").andExpect(redirectedUrl(PATH + "/" + id));
        show(panel(one))
                .andExpect(content().string(containsString("Job title given is No"))); // until then what was said
        scoring.look();
        runner.run(id);
        assertThat(read("state || scoring || scored", id)).isEqualTo("READYDONE600");
        assertThat(chance(one)).isBetween(35.0, 65.0);
        show(panel(one)).andExpect(content().string(containsString("Why: Source is Fair<")));
    }

    @Test
    void goesOnWhereItStoppedAndForgetsWhoIsNotOpenAnyMore() throws Exception {
        long id = shown("source", "hasJobTitle");
        long gone = open("source = 'Fair'");
        database.sql("update lead set state = 'DISQUALIFIED', reason = 'x', decided_at = now() where id = ?")
                .param(gone)
                .update();
        long first = open("source = 'Call' and id < " + (gone + 60));
        send("/" + id + "/scoring").andExpect(redirectedUrl(PATH + "/" + id));
        database.sql(
                        "update mining_model set scored = 1, scored_to = :first, scored_at = now() + interval '1 hour' where id = :id")
                .param("first", first)
                .param("id", id)
                .update();
        database.sql("update mining_lead_score set scored_at = now() - interval '1 day' where lead_id > :first")
                .param("first", first)
                .update();
        database.sql("update mining_model set scored_at = now() where id = :id")
                .param("id", id)
                .update();
        database.sql("update mining_lead_score set leaf = 0, chance = 12.3, scored_at = now() where lead_id = :first")
                .param("first", first)
                .update();
        runner.run(id);
        assertThat(chance(first))
                .as("what was said before the node died is kept")
                .isEqualTo(12.3);
        assertThat(number("select count(*) from lead where id = " + gone + " and chance is not null"))
                .isZero();
    }

    @Test
    void whoIsOpenAndSilentForLongCountsAsANo() throws Exception {
        database.sql("update lead set created_at = now() - interval '181 days' where id > 990000 and state = 'NEW'")
                .update();
        database.sql(
                        "update lead set last_activity_at = now() - interval '89 days' where id in (select id from lead where id > 990000 and state = 'NEW' order by id limit 10)")
                .update();
        long id = learned("source");
        long silent = number("select count(*) from lead where id > 990000 and state = 'NEW'") - 10;
        assertThat(read("learned", id)).isEqualTo("" + (1200 + silent));
        assertThat(read("learned_yes", id))
                .isEqualTo("" + number("select count(*) from lead where id > 990000 and state = 'QUALIFIED'"));
    }

    @Test
    void everybodyIsToldOnlyOfLeadsThatTheySee() throws Exception {
        shown("source", "hasJobTitle");
        long own = open("source = 'Fair' and job_title is not null and owner_id = " + seller.personId());
        long other = open("source = 'Fair' and job_title is not null and owner_id = " + manager.personId());
        as(seller, panel(own))
                .andExpect(content().string(containsString("Why: Source is Fair")))
                .andExpect(content().string(containsString("Learned as “Which become customers”")))
                .andExpect(content().string(not(containsString("/marketing/mining/"))));
        as(seller, panel(other)).andExpect(status().isNotFound());
        as(seller, LEADS + "?f.chance=80..&sort=-chance")
                .andExpect(content().string(containsString("/marketing/leads/" + own)))
                .andExpect(content().string(not(containsString("/marketing/leads/" + other))));
    }

    @Test
    void onlyWhoManagesScoresSaysWhatIsShown() throws Exception {
        long id = learned("source");
        mvc.perform(post(PATH + "/" + id + "/shown").with(signedIn(seller)).with(csrf()))
                .andExpect(status().isForbidden());
        mvc.perform(post(PATH + "/shown/removal").with(signedIn(seller)).with(csrf()))
                .andExpect(status().isForbidden());
        send("/" + id + "/uses", "name", "List", "into", "LIST", "leaves", "1").andExpect(status().isNotFound());
        long customers = database.sql("""
                        insert into mining_model (name, question, created_by, created_at) values ('Customers', 'noEmail', :by, now()) returning id""")
                .param("by", manager.personId())
                .query(Long.class)
                .single();
        send("/" + customers + "/shown").andExpect(flash().attribute("problem", "marketing.mining.error.notLeads"));
        send("/4711/shown").andExpect(status().isNotFound());
        long draft = asked("lead.qualified");
        send("/" + draft + "/shown").andExpect(flash().attribute("problem", "marketing.mining.error.busy"));
    }

    @Test
    void everyYesOrNoOfLeadsIsAQuestionAndFreeTextsAreNothingToLearnFrom() throws Exception {
        fields.add(accounts.administrator(), "lead", List.of(new NewFields.Wish("Enrolled", FieldKind.YES_NO)));
        database.sql(
                        "update lead set custom = jsonb_build_object('enrolled', source = 'Web'), state = 'NEW', reason = null, decided_at = null where id > 990000 and id % 2 = 0")
                .update();
        show(PATH + "/new")
                .andExpect(content().string(containsString("Becomes a customer (leads)")))
                .andExpect(content().string(containsString("No calls (leads)")))
                .andExpect(content().string(containsString("Enrolled (leads)")));
        show(PATH + "/new?question=lead.qualified")
                .andExpect(content().string(containsString("A yes is a lead that became a customer")))
                .andExpect(content().string(not(containsString("audienceId"))));
        long id = asked("lead.customEnrolled");
        send("/" + id + "/training", "attributes", "customEnrolled").andExpect(status().isUnprocessableContent());
        send("/" + id + "/training", "attributes", "jobTitle")
                .andExpect(status().isUnprocessableContent())
                .andExpect(content().string(containsString("not there any more")));
        send("/" + id + "/training", "attributes", "source", "attributes", "hasJobTitle")
                .andExpect(redirectedUrl(PATH + "/" + id));
        runner.run(id);
        assertThat(read("learned || '/' || learned_yes", id))
                .isEqualTo("900/"
                        + number("select count(*) from lead where id > 990000 and id % 2 = 0 and source = 'Web'"));
        send("/" + id + "/scoring").andExpect(redirectedUrl(PATH + "/" + id));
        runner.run(id);
        assertThat(
                        number(
                                "select count(*) from mining_lead_score s join lead l on l.id = s.lead_id where l.custom ->> 'enrolled' = 'true'"))
                .as("whoever has said yes is not asked about")
                .isZero();
        assertThat(number("select count(*) from lead where chance is not null"))
                .as("nothing is shown unless somebody says so")
                .isZero();
        database.sql("delete from lead where id > 990000").update();
        assertThat(number("select count(*) from mining_lead_score")).isZero();
    }

    @Test
    void whatMustNotDecideIsRefusedAndTellsNothingAnyMore() throws Exception {
        fields.add(accounts.administrator(), "lead", List.of(new NewFields.Wish("Married", FieldKind.YES_NO)));
        database.sql("update lead set custom = jsonb_build_object('married', id % 4 = 0) where id > 990000")
                .update();
        long id = shown("source", "customMarried");
        assertThat(number("select count(*) from lead where " + SHOWN)).isEqualTo(600);
        show(LEADS).andExpect(content().string(containsString("Model says")));

        database.sql("update custom_field set sensitive = true where key = 'married'")
                .update();
        fields.add(accounts.administrator(), "lead", List.of(new NewFields.Wish("Other", FieldKind.TEXT)));
        database.sql("update lead set updated_at = now() where id = 990003").update();
        scoring.look();
        assertThat(read("scoring", id)).isEqualTo("FAILED");
        show(LEADS).andExpect(content().string(not(containsString("Model says"))));
        show(panel(990003)).andExpect(content().string(not(containsString("Model:"))));
        send("/" + id + "/shown").andExpect(flash().attribute("problem", "marketing.mining.error.barred"));
        send("/" + id + "/training", "attributes", "source", "attributes", "customMarried")
                .andExpect(status().isUnprocessableContent())
                .andExpect(content().string(containsString("must not be used to decide")));
    }

    @Test
    void isLearnedFromWhatWhoeverAsksSees() throws Exception {
        Viewer own = accounts.allowed("marketing.mining.view", "marketing.mining.run", "marketing.lead.view");
        database.sql("update lead set owner_id = :own where id > 990000 and id % 5 = 0")
                .param("own", own.personId())
                .update();
        database.sql("insert into role_access select role_id, 'lead', 'OWN' from person_role where person_id = ?")
                .param(own.personId())
                .update();
        manager = accounts.viewer(own.personId());
        long id = learned("source");
        assertThat(read("learned", id))
                .isEqualTo(
                        ""
                                + number(
                                        "select count(*) from lead where id > 990000 and id % 5 = 0 and state in ('QUALIFIED', 'DISQUALIFIED')"));
        mvc.perform(post(PATH + "/" + id + "/shown").with(signedIn(own)).with(csrf()))
                .andExpect(status().isForbidden());
        send("/" + id + "/scoring");
        runner.run(id);
        long seen = results.page(manager, id).scored();
        assertThat(seen)
                .as("counted of those that the reader sees")
                .isEqualTo(number(
                        "select count(*) from lead where id > 990000 and id % 5 = 0 and state in ('NEW', 'WORKING')"));
        assertThat(results.page(accounts.marketingManager(), id).scored()).isEqualTo(600);
    }

    private long shown(String... attributes) throws Exception {
        long id = learned(attributes);
        send("/" + id + "/shown");
        runner.run(id);
        return id;
    }

    private long learned(String... attributes) throws Exception {
        long id = asked("lead.qualified");
        String[] parameters = new String[attributes.length * 2];
        for (int i = 0; i < attributes.length; i++) {
            parameters[2 * i] = "attributes";
            parameters[2 * i + 1] = attributes[i];
        }
        send("/" + id + "/training", parameters).andExpect(redirectedUrl(PATH + "/" + id));
        runner.run(id);
        return id;
    }

    private long asked(String question) throws Exception {
        String to = send("", "name", "Which become customers", "question", question)
                .andExpect(status().is3xxRedirection())
                .andReturn()
                .getResponse()
                .getRedirectedUrl();
        return Long.parseLong(Objects.requireNonNull(to).replaceAll("\\D", ""));
    }

    private long open(String which) {
        return number("select min(id) from lead where id > 990000 and state in ('NEW', 'WORKING') and " + which);
    }

    private double chance(long lead) {
        return database.sql("select chance from lead where id = ?")
                .param(lead)
                .query(Double.class)
                .single();
    }

    private String said(long id) {
        return database.sql(
                        "select string_agg(lead_id || ':' || leaf || ':' || chance, ',' order by lead_id) from mining_lead_score where model_id = ?")
                .param(id)
                .query(String.class)
                .single();
    }

    private static String panel(long lead) {
        return LEADS + "/" + lead + "/score";
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
        return as(manager, path);
    }

    private ResultActions as(Viewer viewer, String path) throws Exception {
        return mvc.perform(get(path).with(signedIn(viewer)));
    }

    private ResultActions send(String path, String... parameters) throws Exception {
        var request = post(PATH + path).with(signedIn(manager)).with(csrf());
        for (int i = 0; i < parameters.length; i += 2) {
            request.param(parameters[i], parameters[i + 1]);
        }
        return mvc.perform(request);
    }
}
