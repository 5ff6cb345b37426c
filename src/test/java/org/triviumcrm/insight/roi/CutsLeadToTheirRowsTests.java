package org.triviumcrm.insight.roi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.triviumcrm.testing.Accounts.signedIn;

import java.math.BigDecimal;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.assertj.core.data.Offset;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import org.triviumcrm.identity.Viewer;
import org.triviumcrm.insight.roi.Returns.Line;
import org.triviumcrm.sales.AttributionModel;
import org.triviumcrm.testing.Accounts;
import org.triviumcrm.testing.IntegrationTest;
import org.triviumcrm.testing.SampleCompany;
import org.triviumcrm.testing.SignedContracts;

/** Costs, people, leads and reported results of every row of every cut: as many rows behind a figure as it says. */
@IntegrationTest
class CutsLeadToTheirRowsTests {

    private static final YearMonth FIRST = YearMonth.of(2026, 1);
    private static final YearMonth LAST = YearMonth.of(2026, 4);

    @Autowired
    MockMvc mvc;

    @Autowired
    SampleCompany company;

    @Autowired
    Accounts accounts;

    @Autowired
    RoiService returns;

    @Autowired
    JdbcClient database;

    private Viewer administrator;
    private final List<Long> campaigns = new ArrayList<>();

    @BeforeEach
    void campaignsWithCostsPeopleAndLeads() {
        company.found();
        company.endCase();
        for (String table : List.of("campaign_cost", "campaign_result", "campaign_participant", "opportunity_touch")) {
            database.sql("delete from " + table).update();
        }
        database.sql("update lead set campaign_id = null").update();
        administrator = accounts.administrator();
        Random random = new Random(20261130);
        long buyer = database.sql(
                        "insert into customer (id, name, created_at, updated_at) values (nextval('customer_seq'), 'Buyer', now(), now()) returning id")
                .query(Long.class)
                .single();
        for (int i = 0; i < 6; i++) {
            campaigns.add(
                    campaign("Campaign " + i, i % 2 == 0 ? "Event" : "E-mail", i % 3 == 0 ? null : "East " + i % 3));
        }
        database.sql("update campaign set parent_id = ? where id = ?")
                .params(campaigns.get(0), campaigns.get(1))
                .update();
        for (int i = 0; i < 2; i++) {
            long product = database.sql(
                            "insert into product (id, name, active, created_at, updated_at) values (nextval('product_seq'), ?, true, now(), now()) returning id")
                    .param("Led " + i)
                    .query(Long.class)
                    .single();
            database.sql("insert into campaign_product (campaign_id, product_id) values (?, ?)")
                    .params(campaigns.get(i), product)
                    .update();
        }
        for (int i = 0; i < 60; i++) {
            // one of them has cost nothing
            long campaign = campaigns.get(random.nextInt(6));
            LocalDate on = LocalDate.of(2026, 1, 1).plusDays(random.nextInt(130));
            if (campaign != campaigns.get(5)) {
                database.sql("""
                                insert into campaign_cost (id, campaign_id, name, on_date, category_id, amount, currency, base_amount, created_at, updated_at)
                                select nextval('campaign_cost_seq'), c.id, c.name, :on, t.id, :amount, c.currency, :amount, now(), now()
                                from campaign c, marketing_term t where c.id = :campaign and t.kind = 'COST_CATEGORY' and t.name = 'Venue'""")
                        .param("on", on)
                        .param("amount", BigDecimal.valueOf(100 + random.nextInt(90_000), 2))
                        .param("campaign", campaign)
                        .update();
            }
            database.sql(
                            "insert into campaign_result (id, campaign_id, name, on_date, revenue, currency, base_revenue, created_at, updated_at) select nextval('campaign_result_seq'), c.id, c.name, :on, :revenue, c.currency, :revenue, now(), now() from campaign c where c.id = :campaign on conflict do nothing")
                    .param("on", on)
                    .param("revenue", BigDecimal.valueOf(1 + random.nextInt(90_000), 2))
                    .param("campaign", campaign)
                    .update();
            long lead = database.sql(
                            "insert into lead (id, full_name, campaign_id, customer_id, created_at, updated_at) values (nextval('lead_seq'), 'Somebody', ?, ?, ?::date + time '12:00', now()) returning id")
                    .params(campaign, i % 3 == 0 ? buyer : null, on)
                    .query(Long.class)
                    .single();
            database.sql(
                            "insert into campaign_participant (campaign_id, lead_id, status, source, created_at, updated_at, attended_at) values (?, ?, 'ATTENDED', 'HAND', now(), now(), ?::date + time '12:00')")
                    .params(campaigns.get(random.nextInt(6)), lead, on)
                    .update();
        }
        SignedContracts.of(
                database,
                buyer,
                administrator.personId(),
                0,
                null,
                LocalDate.of(2026, 3, 1),
                Map.of(company.id("product"), "500"));
    }

    @Test
    void inEveryCutAndInAll() throws Exception {
        int followed = 0;
        int bought = 0;
        BigDecimal reported = BigDecimal.ZERO;
        for (RoiCut cut : RoiCut.values()) {
            RoiFilter asked =
                    RoiFilter.months(FIRST, LAST, AttributionModel.EVEN).by(cut, false);
            Returns found = returns.of(administrator, asked);
            List<Line> lines = new ArrayList<>(found.lines());
            lines.add(found.total());
            for (Line line : lines) {
                String of = cut + " " + line.name();
                assertThat(costs(line.ways().cost())).as("cost of %s", of).isEqualByComparingTo(line.cost());
                assertThat(rows(line.ways().participants()))
                        .as("people of %s", of)
                        .isEqualTo(line.participants().longValue());
                assertThat(rows(line.ways().leads()))
                        .as("leads of %s", of)
                        .isEqualTo(line.leads().longValue());
                assertThat(rows(line.ways().converted()))
                        .as("who bought of %s", of)
                        .isEqualTo(line.converted().longValue());
                assertThat(costs(line.ways().reported()))
                        .as("reports of %s", of)
                        .isEqualByComparingTo(line.reported());
                bought += line.converted().intValue();
                reported = reported.add(line.reported());
                assertThat(mvc.perform(get(URI.create(line.ways().participants()))
                                        .with(signedIn(administrator)))
                                .andReturn()
                                .getResponse()
                                .getStatus())
                        .isEqualTo(200);
                followed++;
            }
        }
        assertThat(followed).isGreaterThan(25);
        assertThat(bought).isGreaterThan(25);
        assertThat(reported).isPositive();
    }

    /** A campaign for two products is half of each; the list behind shows all of it, as the page says. */
    @Test
    void aCampaignForTwoProductsIsDividedEvenlyBetweenThem() throws Exception {
        database.sql(
                        "insert into campaign_product (campaign_id, product_id) select ?, product_id from campaign_product where campaign_id = any(?)")
                .params(campaigns.get(2), new Long[] {campaigns.get(0), campaigns.get(1)})
                .update();
        RoiFilter asked = RoiFilter.months(FIRST, LAST, AttributionModel.EVEN).by(RoiCut.PRODUCT, false);
        Returns found = returns.of(administrator, asked);
        BigDecimal cost = BigDecimal.ZERO;
        BigDecimal reported = BigDecimal.ZERO;
        BigDecimal people = BigDecimal.ZERO;
        BigDecimal shown = BigDecimal.ZERO;
        for (Line line : found.lines()) {
            cost = cost.add(line.cost());
            reported = reported.add(line.reported());
            people = people.add(line.participants());
            shown = shown.add(costs(line.ways().cost()));
        }
        Line all = found.total();
        assertThat(cost).isCloseTo(all.cost(), Offset.offset(new BigDecimal("0.02")));
        assertThat(reported).isCloseTo(all.reported(), Offset.offset(new BigDecimal("0.02")));
        assertThat(people).isCloseTo(all.participants(), Offset.offset(new BigDecimal("0.02")));
        BigDecimal twice = database.sql(
                        "select sum(base_amount) from campaign_cost where campaign_id = ? and on_date < '2026-05-01'")
                .param(campaigns.get(2))
                .query(BigDecimal.class)
                .single();
        assertThat(shown).isEqualByComparingTo(all.cost().add(twice));
    }

    /** Narrowed to what campaigns cost in other months than those asked for, the months of it included. */
    @Test
    void inOneBandByMonthsAndMethods() throws Exception {
        RoiFilter all = RoiFilter.months(FIRST, LAST, AttributionModel.EVEN);
        BigDecimal dear = returns.of(administrator, all).lines().stream()
                .map(Line::cost)
                .max(BigDecimal::compareTo)
                .orElseThrow();
        RoiFilter band = new RoiFilter(
                FIRST, LAST, AttributionModel.EVEN, null, null, null, null, null, null, dear, dear, null, null, false);
        for (RoiCut cut : RoiCut.values()) {
            for (Line line : returns.of(administrator, band.by(cut, false)).lines()) {
                assertThat(costs(line.ways().cost()))
                        .as("%s %s", cut, line.name())
                        .isEqualByComparingTo(line.cost());
                assertThat(rows(line.ways().leads()))
                        .as("%s %s", cut, line.name())
                        .isEqualTo(line.leads().longValue());
            }
        }
    }

    private long rows(@Nullable String href) throws Exception {
        return file(href).size();
    }

    private BigDecimal costs(@Nullable String href) throws Exception {
        return file(href).stream()
                .map(row -> row.replaceAll(".*,\"?(-?\\d+\\.\\d\\d)\"?,USD.*|.*?(\\d+\\.\\d\\d).*", "$1$2"))
                .map(BigDecimal::new)
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    /** The rows of the list as a file. */
    private List<String> file(@Nullable String href) throws Exception {
        String address = String.valueOf(href).replaceFirst("/marketing/(\\w+)s\\?", "/lists/$1/export.csv?");
        var answer = mvc.perform(get(URI.create(address)).with(signedIn(administrator)))
                .andReturn()
                .getResponse();
        assertThat(answer.getStatus()).as(address).isEqualTo(200);
        return answer.getContentAsString(StandardCharsets.UTF_8).lines().skip(1).toList();
    }

    private long campaign(String name, String method, @Nullable String region) {
        return database.sql("""
                        insert into campaign (id, name, method_id, region, start_on, end_on, currency, state, state_since, owner_id, created_at, updated_at)
                        select nextval('campaign_seq'), :name, t.id, :region, '2026-04-01', '2026-04-30', currency, 'PLANNED', now(), owner_id, now(), now()
                        from campaign c, marketing_term t where c.id = :sample and t.kind = 'METHOD' and t.name = :method returning id""")
                .param("name", name)
                .param("region", region, java.sql.Types.VARCHAR)
                .param("method", method)
                .param("sample", company.id("campaign"))
                .query(Long.class)
                .single();
    }
}
