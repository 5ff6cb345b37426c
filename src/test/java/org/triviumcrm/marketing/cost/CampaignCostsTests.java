package org.triviumcrm.marketing.cost;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.multipart;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;
import static org.triviumcrm.testing.Accounts.signedIn;

import jakarta.persistence.EntityManager;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.triviumcrm.identity.Viewer;
import org.triviumcrm.testing.Accounts;
import org.triviumcrm.testing.IntegrationTest;
import org.triviumcrm.testing.SampleCompany;

/** What campaigns cost: written down, changed, warned about, and seen by whoever sees the campaign. */
@IntegrationTest
class CampaignCostsTests {

    private static final byte[] PNG = {(byte) 0x89, 'P', 'N', 'G', 13, 10, 26, 10, 1, 2, 3};

    @Autowired
    MockMvc mvc;

    @Autowired
    SampleCompany company;

    @Autowired
    Accounts accounts;

    @Autowired
    JdbcClient database;

    @Autowired
    EntityManager entities;

    @Autowired
    CostWarnings warnings;

    private Viewer marketer;
    private long campaign;
    private long category;

    @BeforeEach
    void aCampaignThatRuns() {
        company.found();
        marketer = accounts.marketingManager();
        campaign = company.id("campaign");
        category = company.id("cost_category");
        database.sql("delete from campaign_cost").update();
        become("RUNNING");
    }

    @ParameterizedTest
    @CsvSource({"PLANNED, 422", "APPROVED, 302", "RUNNING, 302", "COMPLETED, 302", "CANCELLED, 302"})
    void areWrittenDownOnceThePlanCountsAndAfterTheEnd(String state, int answer) throws Exception {
        become(state);
        record("20").andExpect(status().is(answer));
        assertThat(baseCost()).isEqualTo(answer == 302 ? "20.00" : "0.00");
    }

    @Test
    void areWrittenDownWhileTheCampaignWaitsForAnApproval() throws Exception {
        database.sql("update campaign set approval_case_id = ? where id = ?")
                .params(company.id("approval_case"), campaign)
                .update();
        record("20").andExpect(status().is3xxRedirection());
        assertThat(baseCost()).isEqualTo("20.00");
    }

    @Test
    void countInTheCompanysCurrencyByTheRateOfTheirDay() throws Exception {
        database.sql("insert into currency_rate (currency, valid_from, rate) values ('EUR', date '2026-01-01', 1.1),"
                        + " ('EUR', date '2026-03-01', 1.2)")
                .update();
        record("100", "EUR", "2026-02-10").andExpect(status().is3xxRedirection());
        record("100", "EUR", "2026-03-10").andExpect(status().is3xxRedirection());
        record("-50", "EUR", "2026-03-11").andExpect(status().is3xxRedirection());
        assertThat(baseCost()).isEqualTo("170.00");
        assertThat(database.sql(
                                "select month::text || ' ' || base_amount || ' ' || lines from campaign_spend order by month")
                        .query(String.class)
                        .list())
                .containsExactly("2026-02-01 110.00 1", "2026-03-01 60.00 2");
        record("1", "EUR", "2025-12-31").andExpect(status().isUnprocessableContent());
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "0.00", "1.234", "much", ""})
    void areAmountsOtherThanZero(String amount) throws Exception {
        record(amount)
                .andExpect(status().isUnprocessableContent())
                .andExpect(content().string(containsString("id=\"amount-more\"")))
                .andExpect(content().string(containsString("invalid-feedback")))
                .andExpect(content().string(containsString("value=\"" + amount + "\"")));
        assertThat(baseCost()).isEqualTo("0.00");
    }

    @Test
    void withoutABudgetAreOverIt() throws Exception {
        budget("0");
        record("0.01");
        assertThat(level()).isEqualTo("OVER");
        assertThat(told()).containsExactly("OVER");
        record("-0.01");
        assertThat(level()).isEqualTo("null");
    }

    @Test
    void tellTheOwnerOncePerLevelAndAgainAfterItFell() throws Exception {
        budget("100");
        record("79.99");
        assertThat(told()).isEmpty();
        record("0.01");
        record("10");
        assertThat(told()).containsExactly("NEAR");
        record("10");
        assertThat(level()).isEqualTo("NEAR");
        record("0.01");
        record("5");
        assertThat(told()).containsExactly("NEAR", "OVER");
        record("-4");
        record("3");
        assertThat(told()).as("it never fell").hasSize(2);
        record("-50");
        assertThat(level()).isEqualTo("null");
        record("35");
        record("50");
        assertThat(told()).containsExactly("NEAR", "OVER", "NEAR", "OVER");
        mvc.perform(get("/marketing/campaigns/{id}", campaign).with(signedIn(marketer)))
                .andExpect(content().string(containsString("Over budget")));
        mvc.perform(get("/marketing/campaigns?f.costLevel=OVER").with(signedIn(marketer)))
                .andExpect(content().string(containsString("Sample campaign")));
        mvc.perform(get("/marketing/campaigns?f.costLevel=NEAR").with(signedIn(marketer)))
                .andExpect(content().string(not(containsString("/marketing/campaigns/" + campaign + "\""))));
    }

    @Test
    void tellTheOwnerWhenTheBudgetBecameSmaller() throws Exception {
        budget("100");
        record("60");
        budget("70");
        assertThat(told()).isEmpty();
        warnings.tell();
        assertThat(told()).containsExactly("NEAR");
    }

    @Test
    void areMarkedByAnotherSettingWithoutTellingAnybody() throws Exception {
        budget("100");
        record("60");
        mvc.perform(post("/administration/cost-warning")
                        .param("percent", "50")
                        .with(csrf())
                        .with(signedIn(accounts.representative(null))))
                .andExpect(status().isForbidden());
        mvc.perform(post("/administration/cost-warning")
                        .param("percent", "50")
                        .with(csrf())
                        .with(signedIn(marketer)))
                .andExpect(status().is3xxRedirection());
        assertThat(level()).isEqualTo("NEAR");
        warnings.tell();
        assertThat(told()).isEmpty();
        mvc.perform(post("/administration/cost-warning")
                        .param("percent", "101")
                        .with(csrf())
                        .with(signedIn(marketer)))
                .andExpect(status().isUnprocessableContent());
    }

    @Test
    void standAgainstTheBudgetByCategory() throws Exception {
        budget("100");
        record("30");
        long other = database.sql("select min(id) from marketing_term where kind = 'COST_CATEGORY'")
                .query(Long.class)
                .single();
        database.sql("update campaign set currency = 'EUR', base_budget = 120 where id = ?")
                .param(campaign)
                .update();
        database.sql(
                        "insert into campaign_budget_line (campaign_id, position, category_id, amount) values (?, 0, ?, 100)")
                .params(campaign, other)
                .update();
        CostPart part = part();
        assertThat(part.categories())
                .extracting(CategorySpend::categoryId, CategorySpend::budget, CategorySpend::cost, CategorySpend::share)
                .containsExactly(
                        tuple(other, new BigDecimal("120.00"), new BigDecimal("0"), new BigDecimal("0.00")),
                        tuple(category, null, new BigDecimal("30.00"), null));
        assertThat(part.variance()).isEqualByComparingTo("90");
        assertThat(part.share()).isEqualByComparingTo("25");
    }

    @Test
    void twoWhoChangeALineSeeBothVersions() throws Exception {
        record("20");
        long id = line();
        change(id, "30", 0).andExpect(status().is3xxRedirection());
        change(id, "40", 0)
                .andExpect(status().isConflict())
                .andExpect(content().string(containsString("id=\"conflict\"")))
                .andExpect(content().string(containsString("value=\"40\"")));
        assertThat(baseCost()).isEqualTo("30.00");
        change(id, "40", 1).andExpect(status().is3xxRedirection());
        mvc.perform(post("/marketing/costs/{id}/deletion", id).with(csrf()).with(signedIn(marketer)))
                .andExpect(status().is3xxRedirection());
        entities.flush();
        assertThat(baseCost()).isEqualTo("0.00");
        assertThat(database.sql("select count(*) from campaign_spend")
                        .query(Long.class)
                        .single())
                .isZero();
    }

    @Test
    void aReceiptThatIsTooLargeIsRefusedAtItsFieldAndWhatWasTypedStays() throws Exception {
        byte[] large = Arrays.copyOf(PNG, (20 << 20) + 1);
        String page = upload("receipt.png", large)
                .andExpect(status().isUnprocessableContent())
                .andReturn()
                .getResponse()
                .getContentAsString();

        String field = page.substring(page.indexOf("name=\"file\""));
        assertThat(field.substring(0, Math.min(900, field.length()))).contains("20 MB");
        assertThat(page).contains("value=\"20\"", "value=\"2026-03-05\"");
        assertThat(database.sql("select count(*) from campaign_cost where campaign_id = ?")
                        .param(campaign)
                        .query(Long.class)
                        .single())
                .isZero();
        upload("receipt.png", Arrays.copyOf(PNG, 20 << 20)).andExpect(status().is3xxRedirection());
    }

    /** A kind of cost that an administrator has added is there to choose, and its sum has its name. */
    @Test
    void haveTheCategoriesThatAnAdministratorAdds() throws Exception {
        mvc.perform(post("/administration/marketing-terms/cost-categories")
                        .param("name", "Drones")
                        .param("active", "true")
                        .with(csrf())
                        .with(signedIn(company.administrator())))
                .andExpect(status().is3xxRedirection());
        entities.flush();
        category = database.sql("select id from marketing_term where kind = 'COST_CATEGORY' and name = 'Drones'")
                .query(Long.class)
                .single();
        mvc.perform(get("/marketing/campaigns/{id}/costs/new", campaign).with(signedIn(marketer)))
                .andExpect(content().string(containsString(">Drones</option>")));
        record("70").andExpect(status().is3xxRedirection());
        mvc.perform(get("/marketing/campaigns/{id}/costs", campaign).with(signedIn(marketer)))
                .andExpect(content().string(containsString("Drones")));
        assertThat(database.sql("select base_amount from campaign_spend where category_id = ?")
                        .param(category)
                        .query(BigDecimal.class)
                        .single())
                .isEqualByComparingTo("70");
    }

    @Test
    void haveAReceiptThatIsDownloadedAndNotShown() throws Exception {
        upload("receipt.png", PNG).andExpect(status().is3xxRedirection());
        long id = line();
        mvc.perform(get("/marketing/costs/{id}/receipt", id).with(signedIn(accounts.representative(null))))
                .andExpect(header().string("Content-Type", "image/png"))
                .andExpect(header().string("Content-Disposition", containsString("attachment")))
                .andExpect(header().string("X-Content-Type-Options", "nosniff"))
                .andExpect(content().bytes(PNG));
        mvc.perform(post("/marketing/costs/{id}/receipt/removal", id)
                        .with(csrf())
                        .with(signedIn(marketer)))
                .andExpect(status().is3xxRedirection());
        mvc.perform(get("/marketing/costs/{id}/receipt", id).with(signedIn(marketer)))
                .andExpect(status().isNotFound());
    }

    @ParameterizedTest
    @CsvSource({"page.html, <script>", "picture.png, no picture", "nothing.pdf, ''"})
    void haveNoReceiptOfAnotherKind(String name, String text) throws Exception {
        upload(name, text.getBytes(UTF_8))
                .andExpect(status().isUnprocessableContent())
                .andExpect(content().string(containsString("value=\"20\"")));
        assertThat(database.sql("select count(*) from campaign_cost")
                        .query(Long.class)
                        .single())
                .isZero();
    }

    @Test
    void areSeenByWhoeverSeesTheCampaignAndWrittenByWhoChangesIt() throws Exception {
        record("20");
        Viewer seller = accounts.representative(null);
        String part = "/marketing/campaigns/" + campaign + "/costs";
        mvc.perform(get(part).with(signedIn(seller))).andExpect(status().isOk());
        mvc.perform(get(part + "/new").with(signedIn(seller))).andExpect(status().isForbidden());
        mvc.perform(post(part).with(csrf()).with(signedIn(seller))).andExpect(status().isForbidden());
        mvc.perform(get("/marketing/costs/{id}/edit", line()).with(signedIn(seller)))
                .andExpect(status().isForbidden());

        Viewer stranger = accounts.allowed("marketing.campaign.view", "marketing.campaign.edit");
        for (String hidden : List.of(
                part,
                part + "/new",
                "/marketing/costs/" + line() + "/edit",
                "/marketing/costs/" + line() + "/history")) {
            mvc.perform(get(hidden).with(signedIn(stranger))).andExpect(status().isNotFound());
        }
        mvc.perform(get("/marketing/costs").with(signedIn(stranger)))
                .andExpect(status().isOk())
                .andExpect(content().string(not(containsString("Sample campaign"))));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "f.campaign={campaign}",
                "f.category={category}",
                "f.method={method}",
                "f.owner={owner}",
                "f.region=East",
                "f.supplier=Printer",
                "f.amount=10..30",
                "f.onDate=2026-03-01..2026-03-31"
            })
    void areFoundBy(String filter) throws Exception {
        database.sql("update campaign set region = 'East' where id = ?")
                .param(campaign)
                .update();
        record("20", "USD", "2026-03-05");
        String asked = filter.replace("{campaign}", "" + campaign)
                .replace("{category}", "" + category)
                .replace("{method}", "" + company.id("marketing_term"))
                .replace("{owner}", "" + company.administrator().personId());
        mvc.perform(get("/marketing/costs?" + asked).with(signedIn(marketer)))
                .andExpect(content().string(containsString("Sample campaign")));
        String other = asked.replaceAll("=(East|Printer)", "=West")
                .replaceAll("=(campaign|category|\\d+$)", "=987654321")
                .replace("10..30", "30..40")
                .replace("2026-03", "2026-04")
                .replace("04-31", "04-30");
        mvc.perform(get("/marketing/costs?" + other).with(signedIn(marketer)))
                .andExpect(content().string(not(containsString(">Sample campaign<"))));
    }

    private CostPart part() throws Exception {
        return (CostPart)
                mvc.perform(get("/marketing/campaigns/{id}/costs", campaign).with(signedIn(marketer)))
                        .andExpect(status().isOk())
                        .andReturn()
                        .getModelAndView()
                        .getModel()
                        .get("costs");
    }

    private ResultActions record(String amount) throws Exception {
        return record(amount, "USD", "2026-03-05");
    }

    private ResultActions record(String amount, String currency, String day) throws Exception {
        ResultActions answer =
                mvc.perform(typed(post("/marketing/campaigns/{id}/costs", campaign), amount, currency, day));
        entities.flush();
        entities.clear();
        return answer;
    }

    private ResultActions change(long id, String amount, int version) throws Exception {
        ResultActions answer = mvc.perform(typed(post("/marketing/costs/{id}", id), amount, "USD", "2026-03-05")
                .param("version", "" + version));
        entities.clear();
        return answer;
    }

    private ResultActions upload(String name, byte[] bytes) throws Exception {
        return mvc.perform(multipart("/marketing/campaigns/{id}/costs", campaign)
                .file(new MockMultipartFile("file", name, "application/octet-stream", bytes))
                .param("onDate", "2026-03-05")
                .param("categoryId", "" + category)
                .param("amount", "20")
                .param("currency", "USD")
                .with(csrf())
                .with(signedIn(marketer)));
    }

    private MockHttpServletRequestBuilder typed(
            MockHttpServletRequestBuilder request, String amount, String currency, String day) {
        return request.param("onDate", day)
                .param("categoryId", "" + category)
                .param("supplier", "Printer")
                .param("amount", amount)
                .param("currency", currency)
                .with(csrf())
                .with(signedIn(marketer));
    }

    private void become(String state) {
        database.sql("select set_config('trivium.passage', 'TEST', true)")
                .query(String.class)
                .single();
        database.sql("update campaign set state = ?, approved_at = now() where id = ?")
                .params(state, campaign)
                .update();
    }

    private void budget(String amount) {
        database.sql("update campaign set budget = :amount, base_budget = :amount where id = :id")
                .param("amount", new BigDecimal(amount))
                .param("id", campaign)
                .update();
    }

    private String baseCost() {
        return read("base_cost");
    }

    private String level() {
        return read("cost_level");
    }

    private String read(String column) {
        return database.sql("select coalesce(" + column + "::text, 'null') from campaign where id = ?")
                .param(campaign)
                .query(String.class)
                .single();
    }

    private long line() {
        return database.sql("select max(id) from campaign_cost")
                .query(Long.class)
                .single();
    }

    /** Levels that the owner was told of, the first first. */
    private List<String> told() {
        return database.sql("""
                        select replace(message, 'marketing.cost.notice.', '') from notice
                        where message like 'marketing.cost.notice.%' and person_id = ? order by id""")
                .param(company.administrator().personId())
                .query(String.class)
                .list();
    }
}
