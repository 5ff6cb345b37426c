package org.triviumcrm.marketing.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.flash;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;
import static org.triviumcrm.testing.Accounts.signedIn;

import jakarta.persistence.EntityManager;
import java.math.BigDecimal;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.sql.Types;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.triviumcrm.identity.Viewer;
import org.triviumcrm.marketing.plan.PlanFigures.Row;
import org.triviumcrm.testing.Accounts;
import org.triviumcrm.testing.IntegrationTest;
import org.triviumcrm.testing.SampleCompany;
import org.triviumcrm.testing.SignedContracts;

/** From a plan for a year to what has come of it. */
@IntegrationTest
class AnnualPlansTests {

    private static final int YEAR = 2026;

    @Autowired
    MockMvc mvc;

    @Autowired
    SampleCompany company;

    @Autowired
    Accounts accounts;

    @Autowired
    PlanService plans;

    @Autowired
    PlanFigureService figures;

    @Autowired
    JdbcClient database;

    @Autowired
    EntityManager entities;

    private Viewer manager;

    @BeforeEach
    void nothingYet() {
        company.found();
        company.endCase();
        database.sql("delete from opportunity_touch").update();
        database.sql("delete from campaign_cost").update();
        database.sql("delete from campaign_result").update();
        database.sql("delete from campaign_participant").update();
        manager = accounts.marketingManager();
    }

    @Test
    void isMadeAndDividedThroughItsForms() throws Exception {
        String page = mvc.perform(send("/marketing/plans")
                        .param("name", "Plan 2026")
                        .param("year", "2026")
                        .param("expectedParticipants", "500")
                        .param("expectedRevenue", "90000")
                        .param("ownerId", "" + manager.personId())
                        .param("version", "0"))
                .andExpect(status().is3xxRedirection())
                .andReturn()
                .getResponse()
                .getRedirectedUrl();
        long id = Long.parseLong(String.valueOf(page).replaceAll("\\D", ""));

        entities.flush();
        mvc.perform(send("/marketing/plans/" + id + "/lines")
                        .param("version", "0")
                        .param("lines[0].quarter", "1")
                        .param("lines[0].region", "East")
                        .param("lines[0].methodId", "" + method("Event"))
                        .param("lines[0].amount", "100.01")
                        .param("lines[0].revenue", "900")
                        .param("lines[1].quarter", "3")
                        .param("lines[1].amount", "200")
                        .param("lines[2].quarter", "4"))
                .andExpect(status().is3xxRedirection());

        entities.flush();
        assertThat(plans.page(manager, id).budget()).isEqualByComparingTo("300.01");
        assertThat(plans.lines(manager, id))
                .extracting(PlanLineRow::quarter, PlanLineRow::region, PlanLineRow::method)
                .containsExactly(tuple(1, "East", "Event"), tuple(3, null, null));
        assertThat(text("/marketing/plans")).contains("Plan 2026");
        assertThat(text("/marketing/plans/" + id + "/history")).contains("Plan 2026");
    }

    @Test
    void aLineWithoutAnAmountIsToldAtItsField() throws Exception {
        long id = plan(YEAR);
        String page = mvc.perform(send("/marketing/plans/" + id + "/lines")
                        .param("version", "0")
                        .param("lines[0].quarter", "1")
                        .param("lines[0].region", "Far East"))
                .andExpect(status().isUnprocessableContent())
                .andReturn()
                .getResponse()
                .getContentAsString(StandardCharsets.UTF_8);
        assertThat(page).contains("Please enter an amount of 0 or more", "Far East");
        mvc.perform(send("/marketing/plans/" + id + "/lines").param("version", "7"))
                .andExpect(status().isUnprocessableContent());
    }

    @Test
    void showsWhatHasComeOfItAndEachFigureLeadsToItsCampaigns() throws Exception {
        long id = plan(YEAR);
        divide(id, line(1, "East", "Event", "300", "900"), line(2, null, null, "200", null));
        long fair = campaign(id, "Fair", "Event", "East", LocalDate.of(YEAR, 2, 3), "250");
        cost(fair, LocalDate.of(YEAR, 2, 10), "120");
        cost(fair, LocalDate.of(YEAR, 5, 10), "-20");
        cost(fair, LocalDate.of(YEAR + 1, 1, 10), "7");
        reported(fair, LocalDate.of(YEAR, 2, 11), "40");
        won(fair, LocalDate.of(YEAR, 4, 2), "1000");
        long letter = campaign(id, "Letter", "E-mail", null, LocalDate.of(YEAR, 8, 1), "30");

        PlanFigures found = figures.of(manager, plans.page(manager, id));

        PlanAmounts total = found.total().amounts();
        assertThat(total.planned()).isEqualByComparingTo("500");
        assertThat(total.budget()).isEqualByComparingTo("280");
        assertThat(total.cost()).isEqualByComparingTo("107");
        assertThat(total.revenue()).isEqualByComparingTo("1040");
        assertThat(total.left()).isEqualByComparingTo("393");
        Row first = row(found.periods(), "Quarter 1");
        assertThat(first.amounts().cost()).isEqualByComparingTo("120");
        assertThat(first.amounts().left()).isEqualByComparingTo("180");
        assertThat(first.amounts().leftPercent()).isEqualByComparingTo("60");
        assertThat(row(found.periods(), "Quarter 2").amounts().won()).isEqualByComparingTo("1000");
        assertThat(row(found.periods(), "After the year").amounts().cost()).isEqualByComparingTo("7");
        assertThat(row(found.regions(), "East").amounts().cost()).isEqualByComparingTo("107");
        assertThat(row(found.regions(), "Without a region").amounts().budget()).isEqualByComparingTo("30");
        assertThat(row(found.methods(), "E-mail").amounts().budget()).isEqualByComparingTo("30");

        PlanCampaigns behind = figures.campaigns(manager, plans.page(manager, id), PlanCut.quarter(1));
        assertThat(behind.total().cost()).isEqualByComparingTo("120");
        assertThat(behind.lines()).hasSize(1);
        assertThat(behind.lines().get(0).costHref())
                .isEqualTo("/marketing/costs?f.campaign=" + fair + "&f.onDate=2026-01-01..2026-03-31");
        signed(fair, LocalDate.of(YEAR, 6, 30), "200");
        PlanCampaigns.Line won = figures.campaigns(manager, plans.page(manager, id), PlanCut.quarter(2))
                .lines()
                .get(0);
        assertThat(won.amounts().won()).isEqualByComparingTo("1200");
        assertThat(won.wonHref()).contains("campaign=" + fair, "outcome=WON", "from=2026-04", "to=2026-06");
        assertThat(text(won.wonHref())).contains("$1,200");
        assertThat(text(first.href())).contains("Fair").doesNotContain("Letter");
        assertThat(text("/marketing/plans/" + id)).contains("Quarter 4", "data-chart");
        assertThat(text("/marketing/campaigns?f.plan=" + id)).contains("/marketing/campaigns/" + letter);
    }

    @Test
    void whatWentPastEveryPlanIsShownSoThatAllThatWasSpentIsThere() throws Exception {
        long id = plan(YEAR);
        long other = plan(YEAR);
        cost(campaign(id, "Mine", "Event", "East", LocalDate.of(YEAR, 2, 3), "10"), LocalDate.of(YEAR, 2, 3), "1");
        cost(campaign(other, "Other", "Event", "East", LocalDate.of(YEAR, 2, 3), "20"), LocalDate.of(YEAR, 2, 3), "2");
        cost(campaign(null, "Stray", "Event", "East", LocalDate.of(YEAR, 2, 3), "40"), LocalDate.of(YEAR, 2, 3), "4");
        cost(
                campaign(null, "Older", "Event", "East", LocalDate.of(YEAR - 1, 2, 3), "80"),
                LocalDate.of(YEAR, 3, 3),
                "8");

        PlanFigures found = figures.of(manager, plans.page(manager, id));

        assertThat(found.spentInAll())
                .isEqualByComparingTo(database.sql(
                                "select sum(base_amount) from campaign_cost where on_date between '2026-01-01' and '2026-12-31'")
                        .query(BigDecimal.class)
                        .single());
        PlanFigures.Spent without = found.spent().get(found.spent().size() - 1);
        assertThat(without.name()).isEqualTo("Campaigns without a plan");
        assertThat(without.cost()).isEqualByComparingTo("12");
        PlanCampaigns behind = figures.unplanned(manager, YEAR);
        assertThat(behind.total().cost()).isEqualByComparingTo("12");
        assertThat(text(String.valueOf(without.href())))
                .contains("Stray", "Older")
                .doesNotContain("Mine");
    }

    @Test
    void isCopiedToTheNextYearWithoutItsCampaigns() throws Exception {
        long id = plan(YEAR);
        divide(id, line(1, "East", "Event", "300", "900"));
        campaign(id, "Fair", "Event", "East", LocalDate.of(YEAR, 2, 3), "250");

        mvc.perform(send("/marketing/plans/" + id + "/copy")).andExpect(status().is3xxRedirection());
        entities.flush();

        long next = database.sql("select id from annual_plan where year = 2027")
                .query(Long.class)
                .single();
        PlanPage copy = plans.page(manager, next);
        assertThat(copy.name()).isEqualTo("Plan 2027");
        assertThat(copy.budget()).isEqualByComparingTo("300");
        assertThat(plans.lines(manager, next)).hasSize(1);
        assertThat(figures.of(manager, copy).total().amounts().budget()).isZero();
    }

    @Test
    void isNotDeletedWhileCampaignsHangUnderIt() throws Exception {
        long used = plan(YEAR);
        long unused = plan(YEAR);
        campaign(used, "Fair", "Event", "East", LocalDate.of(YEAR, 2, 3), "250");

        mvc.perform(send("/marketing/plans/" + unused + "/deletion"))
                .andExpect(flash().attribute("notice", "marketing.plan.deleted"));
        assertThat(database.sql("select count(*) from annual_plan where id = ?")
                        .param(unused)
                        .query(Long.class)
                        .single())
                .isZero();
        mvc.perform(send("/marketing/plans/" + used + "/deletion"))
                .andExpect(redirectedUrl("/marketing/plans/" + used))
                .andExpect(flash().attribute("problem", "marketing.plan.error.used"));
    }

    @Test
    void aCampaignIsHungUnderItByItsForm() throws Exception {
        long id = plan(YEAR);
        long fair = campaign(null, "Fair", "Event", "East", LocalDate.of(YEAR, 2, 3), "250");
        mvc.perform(send("/marketing/campaigns/" + fair + "/fields/planId")
                        .param("version", "0")
                        .param("planId", "" + id))
                .andExpect(status().is3xxRedirection());
        entities.flush();
        assertThat(text("/marketing/campaigns/" + fair)).contains("/marketing/plans/" + id, "Plan 2026");
    }

    @Test
    void isSeenAndChosenOnlyByThoseWhoMay() throws Exception {
        long id = plan(YEAR);
        Viewer seller = accounts.representative(null);
        mvc.perform(get("/marketing/plans/" + id).with(signedIn(seller))).andExpect(status().isForbidden());
        assertThat(plans.choices(seller, null)).isEmpty();
        assertThat(plans.choices(manager, null))
                .extracting(option -> option.value())
                .contains(id);
        assertThat(plans.isChoice(seller, id)).isFalse();
        mvc.perform(get("/marketing/plans/" + id + "/campaigns")
                        .param("month", "14")
                        .with(signedIn(manager)))
                .andExpect(status().isNotFound());
    }

    private long plan(int year) {
        long id = plans.create(
                manager, new SavePlan("Plan " + year, year, null, null, null, null, null, manager.personId(), null, 0));
        entities.flush();
        return id;
    }

    private void divide(long id, SavePlanLine... lines) {
        SavePlanLines money = new SavePlanLines();
        money.setVersion(plans.page(manager, id).version());
        money.setLines(List.of(lines));
        plans.divide(manager, id, money);
        entities.flush();
    }

    private SavePlanLine line(
            int quarter, @Nullable String region, @Nullable String method, String amount, @Nullable String revenue) {
        SavePlanLine line = new SavePlanLine();
        line.setQuarter(quarter);
        line.setRegion(region);
        line.setMethodId(method == null ? null : method(method));
        line.setAmount(new BigDecimal(amount));
        line.setRevenue(revenue == null ? null : new BigDecimal(revenue));
        return line;
    }

    private long method(String name) {
        return database.sql("select id from marketing_term where kind = 'METHOD' and name = ?")
                .param(name)
                .query(Long.class)
                .single();
    }

    private long campaign(
            @Nullable Long plan, String name, String method, @Nullable String region, LocalDate start, String budget) {
        return database.sql("""
                        insert into campaign (id, name, method_id, region, start_on, end_on, currency, budget, base_budget, state, state_since, owner_id,
                            plan_id, created_at, updated_at)
                        values (nextval('campaign_seq'), :name, :method, :region, :start, :start + 30, 'USD', :budget, :budget, 'PLANNED', now(), :owner,
                            :plan, now(), now()) returning id""")
                .param("name", name)
                .param("method", method(method))
                .param("region", region, Types.VARCHAR)
                .param("start", start)
                .param("budget", new BigDecimal(budget))
                .param("owner", manager.personId())
                .param("plan", plan, Types.BIGINT)
                .query(Long.class)
                .single();
    }

    private void cost(long campaign, LocalDate day, String amount) {
        database.sql("""
                        insert into campaign_cost (id, campaign_id, name, on_date, category_id, amount, currency, base_amount, created_at, updated_at)
                        values (nextval('campaign_cost_seq'), :campaign, 'C', :day, :category, :amount, 'USD', :amount, now(), now())""")
                .param("campaign", campaign)
                .param("day", day)
                .param("category", company.id("cost_category"))
                .param("amount", new BigDecimal(amount))
                .update();
    }

    private void reported(long campaign, LocalDate day, String revenue) {
        database.sql("""
                        insert into campaign_result (id, campaign_id, name, on_date, revenue, currency, base_revenue, created_at, updated_at)
                        values (nextval('campaign_result_seq'), :campaign, 'C', :day, :revenue, 'USD', :revenue, now(), now())""")
                .param("campaign", campaign)
                .param("day", day)
                .param("revenue", new BigDecimal(revenue))
                .update();
    }

    private void won(long campaign, LocalDate day, String amount) {
        long id = database.sql("""
                        insert into opportunity (id, name, pipeline_id, stage_id, state, currency, amount, base_amount, probability, opened_on, closed_on,
                            stage_entered_at, owner_id, created_at, updated_at)
                        select nextval('opportunity_seq'), 'Won deal', pipeline_id, stage_id, 'WON', currency, :amount, :amount, 100, :day, :day,
                            now(), owner_id, now(), now()
                        from opportunity where id = :like returning id""")
                .param("amount", new BigDecimal(amount))
                .param("day", day)
                .param("like", company.id("opportunity"))
                .query(Long.class)
                .single();
        database.sql(
                        "insert into opportunity_touch (opportunity_id, campaign_id, first_at, last_at, kind) values (?, ?, now(), now(), 'HAND')")
                .params(id, campaign)
                .update();
    }

    /** Signed, and not yet won. */
    private void signed(long campaign, LocalDate day, String gain) {
        won(campaign, LocalDate.of(YEAR, 1, 2), "200");
        long id = database.sql("select max(opportunity_id) from opportunity_touch where campaign_id = ?")
                .param(campaign)
                .query(Long.class)
                .single();
        database.sql("select set_config('trivium.passage', 'TEST', true)")
                .query(String.class)
                .single();
        database.sql("update opportunity set state = 'OPEN', closed_on = null, customer_id = ? where id = ?")
                .params(company.id("customer"), id)
                .update();
        SignedContracts.first(database, id, day, gain);
    }

    private static Row row(List<Row> rows, String name) {
        return rows.stream().filter(row -> row.name().equals(name)).findFirst().orElseThrow();
    }

    private MockHttpServletRequestBuilder send(String address) {
        return post(address).with(csrf()).with(signedIn(manager));
    }

    private String text(String address) throws Exception {
        return mvc.perform(get(URI.create(address)).with(signedIn(manager)))
                .andExpect(status().isOk())
                .andReturn()
                .getResponse()
                .getContentAsString(StandardCharsets.UTF_8);
    }
}
