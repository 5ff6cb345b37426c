package org.triviumcrm.insight.pivot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.flash;
import static org.triviumcrm.testing.Accounts.signedIn;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;
import org.triviumcrm.identity.Viewer;
import org.triviumcrm.insight.pivot.Pivot.Cell;
import org.triviumcrm.insight.pivot.Pivot.Row;
import org.triviumcrm.testing.Accounts;
import org.triviumcrm.testing.IntegrationTest;
import org.triviumcrm.testing.SampleCompany;

/** Sales by any two dimensions: sums that add up, customers that don't, rows behind each figure, layouts under names. */
@IntegrationTest
class PivotTests {

    private static final YearMonth FIRST = YearMonth.of(2025, 11);
    private static final YearMonth LAST = YearMonth.of(2026, 4);

    @Autowired
    MockMvc mvc;

    @Autowired
    SampleCompany company;

    @Autowired
    Accounts accounts;

    @Autowired
    PivotService sales;

    @Autowired
    JdbcClient database;

    private Viewer manager;
    private long pill;
    private long drops;
    private long clinic;
    private long chemist;
    private int number;

    @BeforeEach
    void aClinicInTheEastAndAChemistWithoutARegion() {
        company.found();
        company.endCase();
        manager = accounts.marketingManager();
        pill = product("Pill");
        drops = product("Drops");
        clinic = customer("East", "A");
        chemist = customer(null, null);
    }

    @Test
    void cutsByProductAndQuarterAndLeadsToTheRows() {
        won(pill, clinic, LocalDate.of(2025, 12, 31), "100");
        won(pill, chemist, LocalDate.of(2026, 1, 1), "20.50");
        won(drops, clinic, LocalDate.of(2026, 3, 31), "300");
        won(drops, clinic, LocalDate.of(2026, 5, 1), "9000"); // too late

        Pivot found = sales.of(manager, ask(PivotDimension.PRODUCT, PivotDimension.QUARTER, PivotMeasure.AMOUNT));

        assertThat(found.columns()).extracting(Pivot.Head::name).containsExactly("2025-Q4", "2026-Q1");
        assertThat(found.rows()).extracting(Row::name).containsExactly("Drops", "Pill");
        Row pills = found.rows().get(1);
        assertThat(pills.cells())
                .extracting(Cell::value)
                .usingElementComparator(BigDecimal::compareTo)
                .containsExactly(new BigDecimal("100"), new BigDecimal("20.50"));
        assertThat(found.rows().get(0).cells().get(0).value()).isNull();
        assertThat(pills.total().value()).isEqualByComparingTo("120.50");
        assertThat(pills.share()).isEqualByComparingTo("28.7");
        assertThat(found.total().total().value()).isEqualByComparingTo("420.50");
        assertThat(pills.cells().get(0).href()).contains("product=" + pill, "from=2025-11-01", "to=2025-12-31");
        assertThat(pills.cells().get(1).href()).contains("from=2026-01-01", "to=2026-03-31");
    }

    @Test
    void countsACustomerOnceInTheSums() {
        won(pill, clinic, LocalDate.of(2026, 1, 1), "1");
        won(drops, clinic, LocalDate.of(2026, 1, 2), "1");
        won(drops, chemist, LocalDate.of(2026, 2, 2), "1");

        Pivot found = sales.of(manager, ask(PivotDimension.REGION, PivotDimension.PRODUCT, PivotMeasure.CUSTOMERS));

        assertThat(found.total().total().value()).isEqualByComparingTo("2");
        assertThat(found.total().cells())
                .extracting(Cell::value)
                .usingElementComparator(BigDecimal::compareTo)
                .containsExactly(new BigDecimal("2"), new BigDecimal("1"));
        assertThat(found.rows()).extracting(Row::name).containsExactlyInAnyOrder("East", "(none)");
        Row none = found.rows().stream()
                .filter(row -> row.name().equals("(none)"))
                .findFirst()
                .orElseThrow();
        assertThat(none.total().href()).contains("region=%28none%29");
        assertThat(none.share()).as("parts that don't add up").isNull();
    }

    /** Whatever it is cut by, the sums are those of the rows, worked out one by one. */
    @Test
    void addsUpHoweverItIsCut() {
        Random random = new Random(20261129);
        BigDecimal all = BigDecimal.ZERO;
        for (int i = 0; i < 60; i++) {
            BigDecimal amount = BigDecimal.valueOf(1 + random.nextInt(100_000), 2);
            won(
                    random.nextBoolean() ? pill : drops,
                    random.nextBoolean() ? clinic : chemist,
                    FIRST.atDay(1).plusDays(random.nextInt(150)),
                    amount.toPlainString());
            all = all.add(amount);
        }
        for (PivotDimension rows : PivotDimension.values()) {
            for (PivotDimension columns : List.of(PivotDimension.REGION, PivotDimension.MONTH, rows)) {
                Pivot found = sales.of(manager, ask(rows, columns, PivotMeasure.AMOUNT));
                assertThat(found.total().total().value())
                        .as("%s by %s", rows, columns)
                        .isEqualByComparingTo(all);
                assertThat(sum(found.total().cells())).isEqualByComparingTo(all);
                for (Row row : found.rows()) {
                    assertThat(sum(row.cells()))
                            .isEqualByComparingTo(row.total().value());
                }
                assertThat(sum(found.rows().stream().map(Row::total).toList())).isEqualByComparingTo(all);
            }
        }
    }

    @Test
    void countsOnlyWhatTheViewerSees() {
        won(pill, clinic, LocalDate.of(2026, 1, 1), "100");
        Pivot found = sales.of(
                accounts.representative(null), ask(PivotDimension.PRODUCT, PivotDimension.MONTH, PivotMeasure.AMOUNT));
        assertThat(found.isEmpty()).isTrue();
    }

    @Test
    void keepsALayoutUnderANameUntilItIsDeleted() throws Exception {
        won(pill, clinic, LocalDate.now().minusDays(1), "100");
        String query = "rows=LEVEL&columns=MONTH&measure=WINS";
        String place = mvc.perform(post("/insight/sales/layouts")
                        .param("name", "By level")
                        .param("query", query)
                        .with(signedIn(manager))
                        .with(csrf()))
                .andExpect(flash().attribute("notice", "shared.list.view.saved"))
                .andReturn()
                .getResponse()
                .getRedirectedUrl();
        assertThat(place).as("where the notice is shown").startsWith("/insight/sales?" + query + "&layout=");
        String layout = place.replaceAll("\\D", "");
        assertThat(page("/insight/sales?layout=" + layout).getRedirectedUrl()).isEqualTo(place);
        assertThat(page("/insight/sales?" + query + "&layout=" + layout).getContentAsString(StandardCharsets.UTF_8))
                .contains("By level", "Customer level", "Number of deals");

        MockHttpServletResponse again = mvc.perform(post("/insight/sales/layouts")
                        .param("name", "by LEVEL")
                        .param("query", query)
                        .with(signedIn(manager))
                        .with(csrf()))
                .andReturn()
                .getResponse();
        assertThat(again.getStatus()).isEqualTo(422);
        assertThat(again.getContentAsString(StandardCharsets.UTF_8)).contains("by LEVEL", query.replace("&", "&amp;"));

        delete(accounts.marketingManager(), layout);
        assertThat(page("/insight/sales").getContentAsString(StandardCharsets.UTF_8))
                .contains("By level");
        delete(manager, layout);
        assertThat(page("/insight/sales").getContentAsString(StandardCharsets.UTF_8))
                .doesNotContain("By level");
    }

    @Test
    void thePageSaysWhatIsWrongAndTheFileHasTheSums() throws Exception {
        won(pill, clinic, LocalDate.of(2026, 1, 1), "100");
        assertThat(page("/insight/sales?rows=WEATHER").getStatus()).isEqualTo(422);
        assertThat(page("/insight/sales?from=2000-01&to=2000-02").getContentAsString(StandardCharsets.UTF_8))
                .contains("Nothing was sold in these months");
        assertThat(mvc.perform(get("/insight/sales/export.csv?columns=YEAR&from=2026-01&to=2026-02")
                                .with(signedIn(accounts.administrator())))
                        .andReturn()
                        .getResponse()
                        .getContentAsString(StandardCharsets.UTF_8))
                .contains("Product,2026,All", "Pill,100.00,100.00", "All,100.00,100.00");
        assertThat(page("/insight/sales/export.csv").getStatus())
                .as("for whom it is made")
                .isEqualTo(200);
        database.sql("delete from role_permission where permission = 'sales.opportunity.export'")
                .update();
        manager = accounts.viewer(manager.personId());
        assertThat(page("/insight/sales/export.csv").getStatus())
                .as("no export of opportunities")
                .isEqualTo(403);
    }

    private void delete(Viewer viewer, String layout) throws Exception {
        mvc.perform(post("/insight/sales/layouts/deletion")
                        .param("layout", layout)
                        .with(signedIn(viewer))
                        .with(csrf()))
                .andReturn();
    }

    private MockHttpServletResponse page(String address) throws Exception {
        return mvc.perform(get(address).with(signedIn(manager))).andReturn().getResponse();
    }

    private static PivotFilter ask(PivotDimension rows, PivotDimension columns, PivotMeasure measure) {
        return new PivotFilter(rows, columns, measure, FIRST, LAST);
    }

    private static BigDecimal sum(List<Cell> cells) {
        return cells.stream().map(Cell::value).filter(value -> value != null).reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    private long product(String name) {
        return database.sql("""
                        insert into product (id, name, active, created_at, updated_at)
                        values (nextval('product_seq'), ?, true, now(), now()) returning id""").param(name).query(Long.class).single();
    }

    private long customer(@Nullable String region, @Nullable String level) {
        return database.sql("""
                        insert into customer (id, name, region, level, owner_id, created_at, updated_at)
                        select nextval('customer_seq'), 'Buyer ' || :number, :region, :level, owner_id, now(), now() from customer where id = :sample returning id""")
                .param("number", ++number)
                .param("region", region)
                .param("level", level)
                .param("sample", company.id("customer"))
                .query(Long.class)
                .single();
    }

    private void won(long product, long customer, LocalDate on, String amount) {
        database.sql("""
                        insert into opportunity (id, name, pipeline_id, stage_id, state, currency, amount, base_amount, probability, opened_on, closed_on,
                            stage_entered_at, owner_id, customer_id, product_id, created_at, updated_at)
                        select nextval('opportunity_seq'), 'Deal ' || :number, pipeline_id, stage_id, 'WON', currency, :amount, :amount, 100, :on, :on,
                            now(), owner_id, :customer, :product, now(), now()
                        from opportunity where id = :sample""")
                .param("number", ++number)
                .param("amount", new BigDecimal(amount))
                .param("on", on)
                .param("customer", customer)
                .param("product", product)
                .param("sample", company.id("opportunity"))
                .update();
    }
}
