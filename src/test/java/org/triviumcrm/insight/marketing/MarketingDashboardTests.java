package org.triviumcrm.insight.marketing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.triviumcrm.testing.Accounts.signedIn;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;
import org.triviumcrm.identity.Companies;
import org.triviumcrm.identity.Viewer;
import org.triviumcrm.insight.roi.Returns.Line;
import org.triviumcrm.testing.Accounts;
import org.triviumcrm.testing.IntegrationTest;
import org.triviumcrm.testing.SampleCompany;

/** The marketing manager's dashboard: each figure from the rows it leads to, in the year asked for. */
@IntegrationTest
class MarketingDashboardTests {

    @Autowired
    MockMvc mvc;

    @Autowired
    SampleCompany company;

    @Autowired
    Accounts accounts;

    @Autowired
    Companies companies;

    @Autowired
    MarketingDashboardService dashboard;

    @Autowired
    JdbcClient database;

    private Viewer manager;
    private LocalDate today;

    @BeforeEach
    void nothingYet() {
        company.found();
        company.endCase();
        database.sql("delete from opportunity_touch").update();
        database.sql("delete from campaign_cost").update();
        database.sql("delete from campaign_result").update();
        database.sql("update lead set campaign_id = null").update();
        manager = accounts.marketingManager();
        today = LocalDate.now(companies.zone());
    }

    @Test
    void addsUpTheYearAskedForAndNoOther() {
        LocalDate may = LocalDate.of(today.getYear() - 1, 5, 4);
        long fair = campaign("Fair", "COMPLETED", may, "1000");
        long letter = campaign("Letter", "RUNNING", may.plusMonths(1), "500");
        campaign("Only a plan", "PLANNED", may, "9000");
        campaign("The year before", "COMPLETED", may.minusYears(1), "7000");
        cost(fair, may, "1200");
        cost(letter, may.plusMonths(1), "100");
        cost(fair, may.plusYears(1), "50"); // late: in the next year's months, but of this budget
        result(letter, may.plusMonths(1), "400");

        MarketingYear found = dashboard.of(manager, new MarketingFilter(may.getYear(), null).filled(today.getYear()));

        assertThat(found.until()).isEqualTo(LocalDate.of(may.getYear(), 12, 31));
        assertThat(found.budgets().campaigns()).isEqualTo(2);
        assertThat(found.budgets().budget()).isEqualByComparingTo("1500");
        assertThat(found.budgets().cost()).isEqualByComparingTo("1350");
        assertThat(found.budgets().variance()).isEqualByComparingTo("150");
        assertThat(found.spentShare()).isEqualByComparingTo("90");
        assertThat(found.budgets().tight()).isEqualTo(1);
        assertThat(found.total().cost()).isEqualByComparingTo("1300");
        assertThat(found.total().revenue()).isEqualByComparingTo("400");
        assertThat(found.best()).extracting(Line::name).containsExactly("Letter", "Fair");
        assertThat(found.worst()).as("all are among the best").isEmpty();
        assertThat(found.months())
                .extracting(Line::cost)
                .usingElementComparator(BigDecimal::compareTo)
                .containsExactly(new BigDecimal("1200"), new BigDecimal("100"));
        assertThat(found.budgetHref())
                .contains("f.state=COMPLETED", "f.startOn=" + may.getYear() + "-01-01.." + may.getYear() + "-12-31");
        assertThat(found.total().ways().cost()).contains("f.onDate=" + may.getYear() + "-01-01");
    }

    @Test
    void saysWhatIsLateAndWhatComesNext() {
        campaign("Should have begun", "APPROVED", today.minusDays(3), "10");
        campaign("Tomorrow", "APPROVED", today.plusDays(1), "10");
        campaign("Far away", "PLANNED", today.plusDays(31), "10");

        var agenda = dashboard
                .of(manager, new MarketingFilter(null, null).filled(today.getYear()))
                .agenda();

        assertThat(agenda.late()).extracting(MarketingYear.Due::name).containsExactly("Should have begun");
        assertThat(agenda.next())
                .extracting(MarketingYear.Due::name)
                .contains("Tomorrow")
                .doesNotContain("Far away");
        assertThat(agenda.waiting()).isEmpty();
    }

    /** More than fit lead to the list of all of them. */
    @Test
    void leadsToAllOfThem() throws Exception {
        for (int at = 1; at <= 8; at++) {
            campaign("Late " + at, "APPROVED", today.minusDays(at), "10");
            campaign("Soon " + at, at % 2 == 0 ? "PLANNED" : "APPROVED", today.plusDays(at), "10");
        }
        var agenda = dashboard
                .of(manager, new MarketingFilter(null, null).filled(today.getYear()))
                .agenda();
        assertThat(page("").getContentAsString(StandardCharsets.UTF_8))
                .contains(
                        agenda.lateHref().replace("&", "&amp;"),
                        agenda.nextHref().replace("&", "&amp;"));
        for (String[] one :
                new String[][] {{agenda.lateHref(), "Late ", "Soon "}, {agenda.nextHref(), "Soon ", "Late "}}) {
            String list = mvc.perform(get(java.net.URI.create(one[0])).with(signedIn(manager)))
                    .andReturn()
                    .getResponse()
                    .getContentAsString(StandardCharsets.UTF_8);
            for (int at = 1; at <= 8; at++) {
                assertThat(list).contains(one[1] + at).doesNotContain(one[2] + at);
            }
        }
    }

    @Test
    void namesTheCampaignsThatWaitForAnApproval() throws Exception {
        long fair = campaign("Fair in question", "PLANNED", today.plusMonths(6), "10");
        database.sql("update campaign set approval_case_id = :case, state = 'SUBMITTED' where id = :id")
                .param("case", company.id("approval_case"))
                .param("id", fair)
                .update();

        assertThat(page("").getContentAsString(StandardCharsets.UTF_8))
                .contains(
                        "Waiting for approval", "Fair in question", "/approvals/cases/" + company.id("approval_case"));
    }

    @Test
    void saysWhatIsEmptyWhatIsNoYearAndWhoMayNot() throws Exception {
        assertThat(page("?year=1999").getContentAsString(StandardCharsets.UTF_8))
                .contains("Nothing was planned, spent or brought in 1999");
        assertThat(page("?year=12").getStatus()).isEqualTo(422);
        assertThat(page("?year=soon").getContentAsString(StandardCharsets.UTF_8))
                .contains("Please choose a year.");
        assertThat(mvc.perform(get("/insight/marketing").with(signedIn(accounts.representative(null))))
                        .andReturn()
                        .getResponse()
                        .getStatus())
                .isEqualTo(403);
    }

    private MockHttpServletResponse page(String query) throws Exception {
        return mvc.perform(get("/insight/marketing" + query).with(signedIn(manager)))
                .andReturn()
                .getResponse();
    }

    private long campaign(String name, String state, LocalDate startOn, String budget) {
        database.sql("select set_config('trivium.passage', 'test', true)")
                .query(String.class)
                .single();
        return database.sql("""
                        insert into campaign (id, name, method_id, start_on, end_on, currency, budget, base_budget, state, state_since, approved_at, owner_id,
                            created_at, updated_at)
                        select nextval('campaign_seq'), :name, method_id, :start, :start, currency, :budget, :budget, :state, now(), now(), owner_id, now(), now()
                        from campaign where id = :sample returning id""")
                .param("name", name)
                .param("start", startOn)
                .param("budget", new BigDecimal(budget))
                .param("state", state)
                .param("sample", company.id("campaign"))
                .query(Long.class)
                .single();
    }

    private void cost(long campaign, LocalDate on, String amount) {
        database.sql("""
                        insert into campaign_cost (id, campaign_id, name, on_date, category_id, amount, currency, base_amount, created_at, updated_at)
                        select nextval('campaign_cost_seq'), c.id, c.name, :on, (select min(id) from marketing_term where kind = 'COST_CATEGORY'),
                               :amount, c.currency, :amount, now(), now()
                        from campaign c where c.id = :campaign""")
                .param("on", on)
                .param("amount", new BigDecimal(amount))
                .param("campaign", campaign)
                .update();
    }

    private void result(long campaign, LocalDate on, String revenue) {
        database.sql("""
                        insert into campaign_result (id, campaign_id, name, on_date, revenue, currency, base_revenue, created_at, updated_at)
                        select nextval('campaign_result_seq'), c.id, c.name, :on, :revenue, c.currency, :revenue, now(), now()
                        from campaign c where c.id = :campaign""")
                .param("on", on)
                .param("revenue", new BigDecimal(revenue))
                .param("campaign", campaign)
                .update();
    }
}
