package org.triviumcrm.exchange.dataimport;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.triviumcrm.testing.Accounts.signedIn;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import org.triviumcrm.identity.CompanySetUp;
import org.triviumcrm.identity.Viewer;
import org.triviumcrm.shared.condition.Comparison;
import org.triviumcrm.shared.condition.Condition;
import org.triviumcrm.shared.condition.ConditionGroup;
import org.triviumcrm.testing.Accounts;
import org.triviumcrm.testing.IntegrationTest;
import org.triviumcrm.testing.SampleFlows;

/** Campaigns of the past from a file: decimal commas, names in mixed case, methods that are asked once. */
@IntegrationTest
class CampaignImportsTests {

    private static final Map<String, String> METHODS =
            Map.of("social", "Social media", "influencer", "Influencer", "media", "Advertising", "search", "Search");

    @Autowired
    MockMvc mvc;

    @Autowired
    MoveIn moveIn;

    @Autowired
    ImportService imports;

    @Autowired
    QuestionService questions;

    @Autowired
    ImportRunner runner;

    @Autowired
    Accounts accounts;

    @Autowired
    SampleFlows flows;

    @Autowired
    ApplicationEventPublisher events;

    @Autowired
    JdbcClient database;

    private Viewer me;

    @BeforeEach
    void company() {
        Viewer administrator = accounts.administrator();
        events.publishEvent(
                new CompanySetUp("Acme", "USD", Locale.ENGLISH, administrator.zone(), false, administrator));
        me = accounts.marketingManager();
    }

    @Test
    void theSumsAreThoseOfTheFile() throws Exception {
        DataImport file = bring(spending(), "asWritten");
        assertThat(Objects.requireNonNull(file.summary()).refused()).isZero();
        assertThat(
                        one(
                                "select count(*) || ' ' || sum(base_cost) || ' ' || max(state) || ' ' || min(state) from campaign"))
                .isEqualTo("11 30590879.82 COMPLETED COMPLETED");
        assertThat(one("select count(*) || ' ' || sum(base_amount) from campaign_cost"))
                .isEqualTo("308 30590879.82");
        assertThat(one("select sum(base_amount) || ' ' || count(*) from campaign_spend"))
                .isEqualTo("30590879.82 11");
        assertThat(one("select sum(base_revenue) || ' ' || count(*) from campaign_result_month"))
                .isEqualTo("42889366.00 11");
        assertThat(one("""
                select c.name || ' ' || t.name || ' ' || c.start_on || ' ' || c.end_on || ' ' || (select string_agg(to_state, ',')
                    from campaign_state_change s where s.campaign_id = c.id)
                from campaign c join marketing_term t on t.id = c.method_id where c.reference = '348934'""")).isEqualTo("facebOOK_tier2 Social media 2021-02-01 2021-02-28 COMPLETED");
        assertThat(one(returns("youtube_blogger"))).isEqualTo("2.7732");
        assertThat(one(returns("facebook_lal"))).isEqualTo("-0.8864");

        String page = mvc.perform(get("/insight/return?from=2021-02&to=2021-02").with(signedIn(me)))
                .andReturn()
                .getResponse()
                .getContentAsString(StandardCharsets.UTF_8);
        assertThat(page)
                .contains("30,590,880", "42,889,366", "40.2")
                .containsSubsequence("<tbody>", "youtube_blogger", "277.3%", "facebook_lal", "-88.6%", "<tfoot>");
    }

    @Test
    void theSameFileAgainChangesNothingAndNamesCanBeWrittenSmall() {
        bring(spending(), "small");
        assertThat(one("select name from campaign where reference = '348934'")).isEqualTo("facebook_tier2");
        DataImport again = bring(spending(), "small");
        assertThat(Objects.requireNonNull(again.summary()).createdCount()).isZero();
        assertThat(again.summary().changedCount()).isZero();
        assertThat(one("select max(version)::text from campaign_cost")).isEqualTo("0");
        moveIn.undo(me, again.id());
        assertThat(one("select count(*)::text from campaign")).isEqualTo("11");
    }

    @Test
    void isTakenBackAsAWhole() {
        DataImport file = bring(spending(), "asWritten");
        moveIn.undo(me, file.id());
        assertThat(one("select (select count(*) from campaign) + (select count(*) from campaign_cost)"
                        + " + (select count(*) from campaign_result) + (select count(*) from campaign_spend)"))
                .isEqualTo("0");
    }

    @Test
    void namesThatDifferInCapitalsAreOneAndDaysComeOnce() {
        DataImport file = moveIn.text(
                me,
                "campaign",
                "campaign name,method,date,cost,clicks\n"
                        + "Spring,Event,2021-03-01,10.50,3\n"
                        + "SPRING,Event,2021-03-02,4,\n"
                        + "spring,Event,2021-03-02,5,\n"
                        + "Autumn,Event,2021-03-02,-1,\n");
        assertThat(Objects.requireNonNull(file.summary()).refused()).isEqualTo(1);
        assertThat(one("select string_agg(name || ' ' || base_cost, ', ' order by name) from campaign"))
                .isEqualTo("Autumn -1.00, Spring 14.50");
        moveIn.text(me, "campaign", "campaign name,method,date,cost\nspring,Event,2021-03-01,11\n");
        assertThat(one("select base_cost::text from campaign where name = 'Spring'"))
                .isEqualTo("15.00");
        assertThat(one("select count(*)::text from campaign_result")).isEqualTo("1");
    }

    @Test
    void noPlanGoesRoundTheFlowThatAskedForItThen() {
        flows.active("campaign", "PLAN", null, ConditionGroup.ALWAYS, SampleFlows.anyOf(accounts.manager(null)));
        String today = one("select (current_date + 1)::text");
        DataImport file = moveIn.text(
                me,
                "campaign",
                "campaign name,method,date,cost\nOld,Event,2021-03-01,10\nNew,Event," + today + ",10\n");
        assertThat(Objects.requireNonNull(file.summary()).refused()).isEqualTo(1);
        assertThat(one("select string_agg(name, ', ') from campaign")).isEqualTo("Old");
        assertThat(one("select message_key from import_refusal")).isEqualTo("exchange.refusal.campaignRunning");
    }

    /** It began before anybody asked for approvals: as something of the past it comes in, and running it does not, whoever reads it. */
    @Test
    void whatStillRunsDoesNotGoRoundAFlowThatCameAfterItsBeginning() {
        flows.active("campaign", "PLAN", null, ConditionGroup.ALWAYS, SampleFlows.anyOf(accounts.manager(null)));
        String rows =
                "campaign name,method,date,cost\nOld,Event,2021-03-01,10\nOld,Event,2021-04-01,10\nLong,Event,2021-03-01,10\nLong,Event,"
                        + one("select (current_date + 9)::text") + ",10\n";
        for (Viewer reader : List.of(me, accounts.administrator())) {
            DataImport file = moveIn.text(reader, "campaign", rows);
            assertThat(Objects.requireNonNull(file.summary()).refused()).isEqualTo(2);
            assertThat(one("select string_agg(name || ' ' || state, ', ') from campaign"))
                    .isEqualTo("Old COMPLETED");
        }
        assertThat(one("select string_agg(distinct message_key, ', ') from import_refusal"))
                .isEqualTo("exchange.refusal.campaignRunning");
    }

    /** To a flow that asks about money, what a file says was spent is the budget. */
    @Test
    void whatStillRunsAndHasCostMuchIsAskedAbout() {
        flows.active(
                "campaign",
                "PLAN",
                null,
                ConditionGroup.all(new Condition("budget", Comparison.MORE_THAN, "5000")),
                SampleFlows.anyOf(accounts.manager(null)));
        String today = one("select current_date::text");
        moveIn.text(
                me,
                "campaign",
                "campaign name,method,date,cost\nBig,Event,%1$s,500000\nSmall,Event,%1$s,400\n".formatted(today));
        assertThat(one("select string_agg(name || ' ' || state, ', ') from campaign"))
                .isEqualTo("Small RUNNING");
    }

    /** What is over stays over: a day of today or later is one of late cost. */
    @Test
    void aSecondFileDoesNotMakeItRunOn() {
        moveIn.text(me, "campaign", "campaign name,method,date,cost\nLong,Event,2021-03-01,10\n");
        moveIn.text(
                me,
                "campaign",
                "campaign name,method,date,cost\nLong,Event,2021-03-09,10\nLong,Event,"
                        + one("select current_date::text") + ",10\n");
        assertThat(one("select state || ' ' || end_on from campaign where name = 'Long'"))
                .isEqualTo("COMPLETED 2021-03-09");
        moveIn.text(me, "campaign", "campaign name,method,date,cost\nLong,Event,2021-03-12,10\n");
        assertThat(one("select state || ' ' || end_on from campaign where name = 'Long'"))
                .isEqualTo("COMPLETED 2021-03-12");
    }

    /** Whatever of its days says them, the campaign has them; a day that says something else is refused, and all goes when it is taken back. */
    @Test
    void regionProductsPlanAndParentComeAlong() {
        database.sql(
                        "insert into product (id, name, active, created_at, updated_at) values (990001, 'Lamp', true, now(), now()), (990002, 'Shade', true, now(), now())")
                .update();
        database.sql(
                        "insert into annual_plan (id, name, year, owner_id, created_at, updated_at) values (990001, 'Growth', 2021, ?, now(), now())")
                .param(me.personId())
                .update();
        moveIn.text(me, "campaign", "campaign name,method,date,cost\nUmbrella,Event,2021-02-01,1\n");
        String rows = "campaign name,method,date,cost,region,product,product 2,annual plan,parent campaign\n"
                + "Spring,Event,2021-03-01,10,,Lamp,,,\n"
                + "Spring,Event,2021-03-02,4,East,shade,Lamp,2021,umbrella\n"
                + "Spring,Event,2021-03-03,5,West,,,,\n"
                + "Autumn,Event,2021-03-02,1,,,,growth,\n";
        DataImport file = moveIn.text(me, "campaign", rows);
        assertThat(one("select string_agg(message_key || ' ' || line, ', ') from import_refusal where import_id = "
                        + file.id()))
                .isEqualTo("exchange.refusal.saidOtherwise 4");
        String said = """
                select string_agg(concat_ws(' ', c.name, c.region, c.plan_id, (select p.name from campaign p where p.id = c.parent_id),
                    (select string_agg(x.product_id::text, '+' order by x.product_id) from campaign_product x where x.campaign_id = c.id), c.base_cost), ', ' order by c.name)
                from campaign c where c.name <> 'Umbrella'""";
        assertThat(one(said)).isEqualTo("Autumn 990001 1.00, Spring East 990001 Umbrella 990001+990002 14.00");

        DataImport again = moveIn.text(me, "campaign", rows);
        assertThat(Objects.requireNonNull(again.summary()).createdCount()).isZero();
        assertThat(again.summary().changedCount()).isZero();
        assertThat(one("select max(version)::text from campaign")).isEqualTo("0");
        moveIn.undo(me, again.id());
        moveIn.undo(me, file.id());
        assertThat(one("select string_agg(name, ', ') from campaign")).isEqualTo("Umbrella");
        assertThat(one("select count(*)::text from campaign_product")).isEqualTo("0");
    }

    private static String returns(String campaign) {
        return "select round(((select sum(base_revenue) from campaign_result_month m where m.campaign_id = c.id) - base_cost)"
                + " / base_cost, 4)::text from campaign c where name = '" + campaign + "'";
    }

    private long spending() {
        try (InputStream file =
                Objects.requireNonNull(getClass().getResourceAsStream("/marketing_spend/Marketing.csv"))) {
            return imports.start(me, "campaign", "Marketing.csv", file);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    /** With decimal commas; methods that are called otherwise are chosen. */
    private DataImport bring(long id, String names) {
        MapColumns form = MapColumns.of(imports.find(me, id).plan());
        form.getOptions().put("names", names);
        assertThat(imports.find(me, id).format().decimalMark()).isEqualTo(",");
        imports.map(me, id, form);
        runner.run(id);
        if (imports.find(me, id).state() == ImportState.QUESTIONS) {
            AnswerValues answers = moveIn.asProposed(me, id);
            answers.getAnswers().forEach(answer -> answer.setChoice("map:" + term(METHODS.get(answer.getValue()))));
            questions.answer(me, id, answers);
            runner.run(id);
        }
        return moveIn.finish(me, id);
    }

    private long term(String name) {
        return database.sql("select id from marketing_term where kind = 'METHOD' and name = ?")
                .param(name)
                .query(Long.class)
                .single();
    }

    private String one(String sql) {
        return database.sql(sql).query(String.class).single();
    }
}
