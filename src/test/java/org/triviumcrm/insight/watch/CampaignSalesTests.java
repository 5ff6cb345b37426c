package org.triviumcrm.insight.watch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.triviumcrm.testing.Accounts.signedIn;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import org.triviumcrm.identity.Companies;
import org.triviumcrm.identity.Viewer;
import org.triviumcrm.shared.web.NotFound;
import org.triviumcrm.testing.Accounts;
import org.triviumcrm.testing.IntegrationTest;
import org.triviumcrm.testing.SampleCompany;
import org.triviumcrm.testing.SignedContracts;

/** Sales of a campaign's products in its region: what counts, in which days, and who buys. */
@IntegrationTest
class CampaignSalesTests {

    @Autowired
    MockMvc mvc;

    @Autowired
    SampleCompany company;

    @Autowired
    Accounts accounts;

    @Autowired
    Companies companies;

    @Autowired
    CampaignSalesService sales;

    @Autowired
    JdbcClient database;

    private Viewer manager;
    private LocalDate start;
    private long pill;
    private long campaign;
    private int number;

    @BeforeEach
    void aCampaignOfTenDaysThatIsOver() {
        company.found();
        company.endCase();
        database.sql("update customer set region = null").update();
        manager = accounts.marketingManager();
        start = LocalDate.now(companies.zone()).minusDays(40);
        pill = product("Pill");
        campaign = database.sql("""
                        insert into campaign (id, name, method_id, region, start_on, end_on, currency, state, state_since, owner_id, created_at, updated_at)
                        select nextval('campaign_seq'), 'Pill week', method_id, 'East', :start, :end, currency, 'PLANNED', now(), owner_id, now(), now()
                        from campaign where id = :sample returning id""")
                .param("start", start)
                .param("end", start.plusDays(9))
                .param("sample", company.id("campaign"))
                .query(Long.class)
                .single();
        advertise(pill);
    }

    @Test
    void countsItsProductsInItsRegionInTheDaysThatAreCompared() throws Exception {
        long first = customer("East");
        long second = customer("East");
        customer("East");
        customer("East");
        long elsewhere = customer("West");
        won(pill, first, start.minusDays(10), "100");
        won(pill, first, start.minusDays(11), "7000"); // too early
        won(pill, first, start, "120");
        won(pill, second, start.plusDays(9), "180");
        won(pill, second, start.plusDays(10), "50");
        won(pill, elsewhere, start, "9000");
        won(product("Other"), first, start, "9000");
        won(pill, first, start.minusYears(1).plusDays(1), "200");

        CampaignSales.Row all = sales.of(manager, campaign).all();

        assertThat(all.before().amount()).isEqualByComparingTo("100");
        assertThat(all.during().amount()).isEqualByComparingTo("300");
        assertThat(all.during().won()).isEqualTo(2);
        assertThat(all.after().amount()).isEqualByComparingTo("50");
        assertThat(all.yearBefore().amount()).isEqualByComparingTo("200");
        assertThat(all.growth()).isEqualByComparingTo("200");
        assertThat(all.growthAfter()).isEqualByComparingTo("-50");
        assertThat(all.growthOfYear()).isEqualByComparingTo("50");
        assertThat(all.coverage().customers()).isEqualTo(4);
        assertThat(all.coverage().shareBefore()).isEqualByComparingTo("25");
        assertThat(all.coverage().shareNow()).isEqualByComparingTo("50");
        assertThat(all.during().href())
                .contains("campaign=" + campaign, "product=" + pill, "from=" + start, "to=" + start.plusDays(9));
        String rows = mvc.perform(get(all.during().href()).with(signedIn(manager)))
                .andReturn()
                .getResponse()
                .getContentAsString(StandardCharsets.UTF_8);
        assertThat(rows).contains("300", "from 2 deals with 2 customers.");
        BigDecimal drawn = sales.of(manager, campaign).steps().stream()
                .map(CampaignSales.Step::amount)
                .reduce(BigDecimal.ZERO, BigDecimal::add);
        assertThat(drawn).as("before, during and after").isEqualByComparingTo("450");
    }

    /** By a win, by a contract without an opportunity; not by an amendment that takes away. */
    @Test
    void coverageLeadsToTheCustomersWhoBought() throws Exception {
        long first = customer("East");
        long second = customer("East");
        long third = customer("East");
        long elsewhere = customer("West");
        won(pill, first, start.plusDays(1), "100");
        won(pill, first, start.plusDays(2), "20");
        won(pill, elsewhere, start, "9000");
        signed(second, 0, start.plusDays(9), "50");
        long old = signed(third, 0, start.minusYears(1).plusDays(3), "500");
        signed(third, old, start.plusDays(5), "400");

        CampaignSales.Coverage coverage = sales.of(manager, campaign).all().coverage();

        assertThat(coverage.now()).isEqualTo(2);
        assertThat(shown(coverage.nowHref()))
                .contains("2 customers", "in 3 deals", ">Clinic 1<", ">Clinic 2<", "/customers/" + second, "$120")
                .doesNotContain(">Clinic 3<", ">Clinic 4<");
        assertThat(coverage.before()).isEqualTo(1);
        assertThat(shown(coverage.beforeHref()))
                .contains("1 customer", ">Clinic 3<", "$500")
                .doesNotContain(">Clinic 1<");
        assertThat(page(campaign)).contains(coverage.nowHref().replace("&", "&amp;"));
    }

    private long signed(long customer, long root, LocalDate on, String net) {
        return SignedContracts.of(database, customer, manager.personId(), root, null, on, Map.of(pill, net));
    }

    private String shown(String href) throws Exception {
        return mvc.perform(get(href).with(signedIn(manager)))
                .andReturn()
                .getResponse()
                .getContentAsString(StandardCharsets.UTF_8);
    }

    /** The first week begins before the days that are compared, and the last one ends after them. */
    @Test
    void aWeekIsDrawnWhole() {
        database.sql("update campaign set start_on = :start, end_on = :end where id = :id")
                .param("start", start.minusDays(60))
                .param("end", start)
                .param("id", campaign)
                .update();
        long clinic = customer("East");
        CampaignSales.Step first = sales.of(manager, campaign).steps().get(0);
        LocalDate monday = LocalDate.parse(first.href().replaceAll(".*from=(.{10}).*", "$1"));
        for (int day = 0; day < 7; day++) {
            won(pill, clinic, monday.plusDays(day), "10");
        }
        won(pill, clinic, monday.minusDays(1), "10");

        assertThat(sales.of(manager, campaign).steps().get(0).amount()).isEqualByComparingTo("70");
    }

    @Test
    void addsUpItsProductsAndCountsACustomerOfTwoOnce() {
        long drops = product("Drops");
        advertise(drops);
        long first = customer("East");
        won(pill, first, start, "10");
        won(drops, first, start, "5");

        CampaignSales found = sales.of(manager, campaign);

        assertThat(found.rows()).extracting(CampaignSales.Row::name).containsExactly("Drops", "Pill");
        assertThat(found.all().during().amount()).isEqualByComparingTo("15");
        assertThat(found.all().coverage().now()).isEqualTo(1);
        assertThat(found.all().growth()).as("nothing to compare with").isNull();
    }

    @Test
    void thePageSaysWhatIsMissingAndHidesWhatIsNotToBeSeen() throws Exception {
        assertThat(page(campaign)).contains("Pill week", "data-chart", "nothing was sold before it");
        database.sql("delete from campaign_product where campaign_id = ?")
                .param(campaign)
                .update();
        assertThat(page(campaign)).contains("The campaign names no products");
        assertThatThrownBy(() -> sales.of(manager, 987_654_321)).isInstanceOf(NotFound.class);
        assertThat(mvc.perform(get("/insight/campaigns/" + campaign + "/sales")
                                .with(signedIn(accounts.representative(null))))
                        .andReturn()
                        .getResponse()
                        .getStatus())
                .isEqualTo(403);
    }

    private String page(long id) throws Exception {
        return mvc.perform(get("/insight/campaigns/" + id + "/sales").with(signedIn(manager)))
                .andReturn()
                .getResponse()
                .getContentAsString(StandardCharsets.UTF_8);
    }

    private void advertise(long product) {
        database.sql("insert into campaign_product (campaign_id, product_id) values (?, ?)")
                .params(campaign, product)
                .update();
    }

    private long product(String name) {
        return database.sql("""
                        insert into product (id, name, active, created_at, updated_at)
                        values (nextval('product_seq'), ?, true, now(), now()) returning id""").param(name).query(Long.class).single();
    }

    private long customer(@Nullable String region) {
        return database.sql("""
                        insert into customer (id, name, region, owner_id, created_at, updated_at)
                        select nextval('customer_seq'), 'Clinic ' || :number, :region, owner_id, now(), now() from customer where id = :sample returning id""")
                .param("number", ++number)
                .param("region", region)
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
