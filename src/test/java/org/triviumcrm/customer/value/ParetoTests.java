package org.triviumcrm.customer.value;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;
import static org.triviumcrm.testing.Accounts.signedIn;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import org.triviumcrm.identity.Viewer;
import org.triviumcrm.testing.Accounts;
import org.triviumcrm.testing.IntegrationTest;
import org.triviumcrm.testing.SampleCompany;

/** What regions, industries, products and months bring, in the classes of customers. */
@IntegrationTest
class ParetoTests {

    private static final long FIRST = 910_000;

    @Autowired
    ParetoService pareto;

    @Autowired
    ValueReckoning reckoning;

    @Autowired
    JdbcClient database;

    @Autowired
    MockMvc mvc;

    @Autowired
    Accounts accounts;

    @Autowired
    SampleCompany company;

    @Autowired
    Clock clock;

    private Viewer manager;
    private LocalDate today;
    private long pump;
    private long valve;

    @BeforeEach
    void whatWasSold() {
        company.found();
        manager = accounts.person("service_manager", null);
        today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
        database.sql("update opportunity set customer_id = null where state = 'WON'")
                .update();
        pump = product("Pump");
        valve = product("Valve");
        win(1, "North", "Foods", pump, today, 700);
        win(2, "North", "Steel", pump, today.minusMonths(1), 100);
        win(3, "South", "Foods", valve, today, 150);
        win(4, null, null, null, today, 50);
        win(3, "South", "Foods", valve, today.minusMonths(13), 9_000);
        reckoning.run();
    }

    @Test
    void eachCutAddsUpToTheSameAndFallsIntoClasses() {
        assertThat(lines(ParetoCut.REGION))
                .as("800 of 1,000 are four fifths, so what comes next is B until 95 % are there")
                .containsExactly("North 2 800 80.0 80.0 A", "South 1 150 15.0 95.0 B", "(none) 1 50 5.0 100.0 C");
        assertThat(lines(ParetoCut.INDUSTRY))
                .containsExactly("Foods 2 850 85.0 85.0 A", "Steel 1 100 10.0 95.0 B", "(none) 1 50 5.0 100.0 C");
        assertThat(lines(ParetoCut.PRODUCT))
                .containsExactly("Pump 2 800 80.0 80.0 A", "Valve 1 150 15.0 95.0 B", "(none) 1 50 5.0 100.0 C");
        assertThat(pareto.of(manager, new RevenueMeasure(), ParetoCut.MONTH).rows())
                .extracting(ParetoRow::key, row -> row.revenue().intValue())
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple(
                                YearMonth.from(today).toString(), 900),
                        org.assertj.core.groups.Tuple.tuple(
                                YearMonth.from(today.minusMonths(1)).toString(), 100));
        assertThat(pareto.of(manager, new RevenueMeasure(), ParetoCut.REGION).points())
                .extracting(point -> point.get(0) + ":" + point.get(1))
                .containsExactly("0:0", "33.3:80.0", "66.7:95.0", "100.0:100.0");
    }

    @Test
    void withManyBuyersTheCutsAreThoseOfTheLastReckoning() throws Exception {
        for (ParetoCut cut : List.of(ParetoCut.REGION, ParetoCut.INDUSTRY, ParetoCut.PRODUCT, ParetoCut.MONTH)) {
            database.sql("update value_bound set buyers = 4").update();
            List<String> now = lines(cut);
            database.sql("update value_bound set buyers = 20001").update();
            assertThat(lines(cut)).as(cut.name()).isEqualTo(now).isNotEmpty();
        }
        win(1, "North", "Foods", pump, today, 1_000);
        assertThat(lines(ParetoCut.REGION)).contains("North 2 800 80.0 80.0 A");
        mvc.perform(get("/customers/value?by=REGION").with(signedIn(manager)))
                .andExpect(content().string(containsString("Reckoned")));
        reckoning.run();
        assertThat(lines(ParetoCut.REGION)).contains("North 2 1800 90.0 90.0 A");
    }

    @Test
    void thePageLeadsToTheCustomersAndGoesIntoAFile() throws Exception {
        mvc.perform(get("/customers/value?by=REGION").with(signedIn(manager)))
                .andExpect(status().isOk())
                .andExpect(content().string(containsString(">North</a>")))
                .andExpect(content().string(containsString("How much do the best ones bring?")));
        String north = pareto.of(manager, new RevenueMeasure(), ParetoCut.REGION)
                .rows()
                .get(0)
                .href();
        mvc.perform(get(String.valueOf(north)).with(signedIn(manager)))
                .andExpect(content().string(containsString("Buyer 1")))
                .andExpect(content().string(containsString("Buyer 2")))
                .andExpect(content().string(not(containsString("Buyer 3"))));
        mvc.perform(get("/customers/value?by=Nobody").with(signedIn(manager)))
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("/customers?f.valueClass=A")));
        String file = mvc.perform(get("/customers/value/export.csv?by=PRODUCT").with(signedIn(manager)))
                .andExpect(status().isOk())
                .andReturn()
                .getResponse()
                .getContentAsString(StandardCharsets.UTF_8);
        assertThat(file.lines().toList())
                .startsWith("Product,Customers,Revenue,Share,Together,Value class", "Pump,2,800.00,80.0,80.0,A");
        mvc.perform(get("/customers/value?by=REGION").with(signedIn(accounts.serviceAgent())))
                .andExpect(status().isForbidden());
        mvc.perform(get("/customers/value/export.csv?by=REGION").with(signedIn(accounts.serviceAgent())))
                .andExpect(status().isForbidden());
    }

    private List<String> lines(ParetoCut cut) {
        return pareto.of(manager, new RevenueMeasure(), cut).rows().stream()
                .map(row -> row.name() + " " + row.customers() + " "
                        + row.revenue().intValue() + " " + row.share() + " " + row.reached() + " " + row.valueClass())
                .toList();
    }

    private long product(String name) {
        return database.sql("""
                        insert into product (id, name, list_price, currency, created_at, updated_at)
                        select nextval('product_seq'), ?, 1, currency, now(), now() from company returning id""").param(name).query(Long.class).single();
    }

    private void win(
            int buyer,
            @Nullable String region,
            @Nullable String industry,
            @Nullable Long product,
            LocalDate on,
            int amount) {
        database.sql("""
                        insert into customer (id, name, region, industry, created_at, updated_at)
                        values (?, ?, ?, ?, now(), now()) on conflict do nothing""")
                .params(FIRST + buyer, "Buyer " + buyer, region, industry)
                .update();
        database.sql("""
                        insert into opportunity (id, name, pipeline_id, stage_id, state, customer_id, product_id, amount, currency, base_amount,
                            probability, opened_on, closed_on, owner_id, stage_entered_at, created_at, updated_at)
                        select nextval('opportunity_seq') + 1000000, 'Sold', o.pipeline_id, o.stage_id, 'WON', :customer, :product, :amount, o.currency,
                            :amount, 100, :on, :on, o.owner_id, now(), now(), now()
                        from opportunity o order by o.id limit 1""")
                .param("customer", FIRST + buyer)
                .param("product", product)
                .param("amount", amount)
                .param("on", on)
                .update();
    }
}
