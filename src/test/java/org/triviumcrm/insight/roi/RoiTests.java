package org.triviumcrm.insight.roi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.triviumcrm.testing.Accounts.signedIn;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import org.triviumcrm.identity.Companies;
import org.triviumcrm.identity.Viewer;
import org.triviumcrm.insight.roi.Returns.Line;
import org.triviumcrm.sales.AttributionModel;
import org.triviumcrm.testing.Accounts;
import org.triviumcrm.testing.IntegrationTest;
import org.triviumcrm.testing.SampleCompany;
import org.triviumcrm.testing.SignedContracts;

/** What campaigns return: worked figures, what usually goes wrong, and equality with the whole worked out anew. */
@IntegrationTest
class RoiTests {

    private static final YearMonth APRIL = YearMonth.of(2026, 4);

    @Autowired
    MockMvc mvc;

    @Autowired
    SampleCompany company;

    @Autowired
    Accounts accounts;

    @Autowired
    RoiService returns;

    @Autowired
    Companies companies;

    @Autowired
    JdbcClient database;

    private Viewer manager;
    private int number;

    @BeforeEach
    void nothingYet() {
        company.found();
        company.endCase();
        database.sql("delete from opportunity_touch").update();
        database.sql("delete from campaign_cost").update();
        database.sql("update lead set campaign_id = null").update();
        database.sql("delete from campaign_participant").update();
        manager = accounts.marketingManager();
    }

    @Test
    void costIsCountedOnceHoweverManyWinsThereAre() {
        long fair = campaign("Fair", "Event", "East");
        cost(fair, APRIL.atDay(3), "1000");
        for (int i = 0; i < 3; i++) {
            won(APRIL.atDay(10 + i), "2000", fair);
        }

        Line line = only(ask(RoiCut.CAMPAIGN));

        assertThat(line.roi()).isEqualByComparingTo("500");
        assertThat(line.cost()).isEqualByComparingTo("1000");
        assertThat(line.revenue()).isEqualByComparingTo("6000");
        assertThat(line.wins()).isEqualByComparingTo("3");
        assertThat(line.costPerWin()).isEqualByComparingTo("333.33");
        assertThat(line.ways().wins()).contains("campaign=" + fair, "outcome=WON", "from=2026-01", "to=2026-05");
    }

    @Test
    void refundsLateCostsAndZeroCostAreRight() {
        long fair = campaign("Fair", "Event", "East");
        cost(fair, APRIL.atDay(3), "1500");
        cost(fair, APRIL.atDay(20), "-500");
        cost(fair, LocalDate.of(2026, 5, 30), "1000"); // after its end
        won(APRIL.atDay(10), "3000", fair);
        long word = campaign("Word of mouth", "Word of mouth", null);
        won(APRIL.atDay(11), "700", word);

        Returns found = returns.of(manager, ask(RoiCut.CAMPAIGN));
        assertThat(found.lines()).extracting(Line::name).containsExactly("Fair", "Word of mouth");
        assertThat(found.lines().get(0).roi()).isEqualByComparingTo("50");
        assertThat(found.lines().get(1).roi()).as("no figure").isNull();
        assertThat(found.total().roi()).isEqualByComparingTo("85");

        RoiFilter april = new RoiFilter(
                APRIL, APRIL, null, RoiCut.MONTH, null, null, null, null, null, null, null, null, null, false);
        assertThat(only(april.filled(APRIL)).cost()).as("without the late one").isEqualByComparingTo("1000");
    }

    @Test
    void eachReckoningSharesAWinAndAllOfThemGiveItsAmount() {
        long first = campaign("Letter", "E-mail", "West");
        long last = campaign("Fair", "Event", "East");
        cost(first, APRIL.atDay(1), "100");
        cost(last, APRIL.atDay(1), "100");
        won(APRIL.atDay(10), "1000.01", first, last);

        for (AttributionModel model : AttributionModel.values()) {
            RoiFilter asked = new RoiFilter(
                            null,
                            null,
                            model,
                            RoiCut.METHOD,
                            null,
                            null,
                            null,
                            null,
                            null,
                            null,
                            null,
                            null,
                            null,
                            false)
                    .filled(YearMonth.of(2026, 5));
            Returns found = returns.of(manager, asked);
            assertThat(found.total().revenue()).as(model.name()).isEqualByComparingTo("1000.01");
            assertThat(found.lines().get(0).name()).isEqualTo(model == AttributionModel.LAST ? "Event" : "E-mail");
            assertThat(found.lines().get(0).href()).contains("cut=CAMPAIGN", "method=");
        }
    }

    @Test
    void cutsAddUpToTheWhole() {
        long fair = campaign("Fair", "Event", "East");
        long part = campaign("Stand", "Event", "West");
        database.sql("update campaign set parent_id = ? where id = ?")
                .params(fair, part)
                .update();
        long letter = campaign("Letter", "E-mail", null);
        for (long product : products()) {
            database.sql("insert into campaign_product (campaign_id, product_id) values (?, ?)")
                    .params(fair, product)
                    .update();
        }
        cost(fair, APRIL.atDay(1), "100.01");
        cost(part, APRIL.atDay(2), "5000");
        cost(letter, LocalDate.of(2026, 5, 2), "700");
        won(APRIL.atDay(10), "2000", fair, letter);
        won(LocalDate.of(2026, 5, 3), "800", part);

        for (RoiCut cut : RoiCut.values()) {
            Returns found = returns.of(manager, ask(cut));
            assertThat(found.lines().stream()
                            .map(Line::cost)
                            .reduce(BigDecimal.ZERO, BigDecimal::add)
                            .setScale(2, RoundingMode.HALF_UP))
                    .as("cost by %s", cut)
                    .isEqualByComparingTo("5800.01");
            assertThat(found.lines().stream()
                            .map(Line::revenue)
                            .reduce(BigDecimal.ZERO, BigDecimal::add)
                            .setScale(2, RoundingMode.HALF_UP))
                    .as("revenue by %s", cut)
                    .isEqualByComparingTo("2800");
        }
        assertThat(returns.of(manager, ask(RoiCut.TREE)).lines())
                .extracting(Line::name)
                .containsExactlyInAnyOrder("Fair", "Letter");
        RoiFilter bands = new RoiFilter(
                null, null, null, RoiCut.BAND, "500, 1000", null, null, null, null, null, null, null, null, false);
        assertThat(returns.of(manager, bands.filled(YearMonth.of(2026, 5))).lines())
                .extracting(Line::campaigns)
                .containsExactly(1L, 1L, 1L);
        RoiFilter root = new RoiFilter(
                null, null, null, RoiCut.CAMPAIGN, null, null, null, null, fair, null, null, null, null, true);
        assertThat(returns.of(manager, root.filled(YearMonth.of(2026, 5))).lines())
                .extracting(Line::name)
                .containsExactly("Stand", "Fair");
    }

    /** 1,000 euros at 1.1 were expected, 1,200 dollars signed, and an amendment took 200 off: that is what it brings, once. */
    @Test
    void whatIsSignedCountsWithItsAmendmentsInTheCompanysCurrency() {
        long fair = campaign("Fair", "Event", "East");
        cost(fair, LocalDate.of(2026, 2, 3), "500");
        long deal = won(APRIL.atDay(10), "1100", fair);
        database.sql("select set_config('trivium.passage', 'TEST', true)")
                .query(String.class)
                .single();
        database.sql(
                        "update opportunity set state = 'OPEN', closed_on = null, expected_close_date = '2026-05-05', currency = 'EUR', amount = 1000 where id = ?")
                .param(deal)
                .update();
        assertThat(only(ask(RoiCut.CAMPAIGN)).pipeline()).isEqualByComparingTo("1100");

        long root = SignedContracts.first(database, deal, LocalDate.of(2026, 2, 10), "1200");
        SignedContracts.amendment(database, root, deal, LocalDate.of(2026, 3, 10), "-200");

        Line signed = only(ask(RoiCut.CAMPAIGN));
        assertThat(signed.revenue()).isEqualByComparingTo("1000");
        assertThat(signed.pipeline()).isEqualByComparingTo("0");
        assertThat(signed.wins()).isEqualByComparingTo("1");
        assertThat(signed.roi()).isEqualByComparingTo("100");
        assertThat(returns.of(manager, ask(RoiCut.MONTH)).lines())
                .filteredOn(line -> line.wins().signum() > 0)
                .singleElement()
                .satisfies(month -> assertThat(month.name()).contains("Feb"))
                .satisfies(month -> assertThat(month.revenue()).isEqualByComparingTo("1000"));
        assertThat(returns.campaign(manager, fair, ask(RoiCut.CAMPAIGN)).revenue())
                .isEqualByComparingTo("1000");
    }

    /** People count in the month they came, as money does in the month it was spent: by the company's clock. */
    @Test
    void costsOfEachAreThoseOfTheMonthsAskedFor() {
        long fair = campaign("Fair", "Event", "East");
        long letter = campaign("Letter", "E-mail", null);
        Random random = new Random(20261130);
        for (int i = 0; i < 40; i++) {
            long one = random.nextBoolean() ? fair : letter;
            LocalDate on = LocalDate.of(2026, 1, 31).plusDays(random.nextInt(60));
            ZonedDateTime at = on.atStartOfDay(companies.zone()).plusMinutes(random.nextInt(1440));
            cost(one, on, BigDecimal.valueOf(1 + random.nextInt(90_000), 2).toPlainString());
            long lead = lead(one, at);
            participant(
                    one,
                    lead,
                    random.nextInt(4) == 0 ? "INVITED" : random.nextBoolean() ? "ATTENDED" : "RESPONDED",
                    at);
            if (random.nextInt(3) == 0) {
                won(on, "900", one);
            }
        }
        // taken back, and come again in another month
        database.sql(
                        "update campaign_participant set status = 'INVITED', invited_at = attended_at, attended_at = null where id = (select min(id) from campaign_participant where status = 'ATTENDED')")
                .update();
        database.sql(
                        "update campaign_participant set responded_at = responded_at + interval '31 days' where id in (select id from campaign_participant where status = 'RESPONDED' limit 2)")
                .update();
        database.sql("delete from campaign_participant where id = (select max(id) from campaign_participant)")
                .update();

        for (YearMonth from = YearMonth.of(2026, 1); from.isBefore(YearMonth.of(2026, 5)); from = from.plusMonths(1)) {
            for (YearMonth to = from; to.isBefore(YearMonth.of(2026, 5)); to = to.plusMonths(1)) {
                RoiFilter asked = RoiFilter.months(from, to, AttributionModel.EVEN);
                Returns months = returns.of(manager, asked.by(RoiCut.MONTH, false));
                assertEach(months.total(), List.of(fair, letter), from, to);
                for (Line campaign : returns.of(manager, asked).lines()) {
                    assertEach(campaign, List.of(campaign.name().equals("Fair") ? fair : letter), from, to);
                }
                int[] found = {0};
                for (YearMonth month = from; !month.isAfter(to); month = month.plusMonths(1)) {
                    String of = RoiFilter.months(month, month, AttributionModel.EVEN)
                            .href(RoiCut.CAMPAIGN);
                    YearMonth present = month;
                    months.lines().stream()
                            .filter(line -> line.href().equals(of))
                            .forEach(line -> {
                                assertEach(line, List.of(fair, letter), present, present);
                                found[0]++;
                            });
                }
                assertThat(found[0]).isEqualTo(months.lines().size());
            }
        }
    }

    /** What it says a participant, a lead, an opportunity and a win have cost, and how many of those who came were won. */
    private void assertEach(Line line, List<Long> campaigns, YearMonth from, YearMonth to) {
        BigDecimal cost = within(
                "select coalesce(sum(base_amount), 0) from campaign_cost where campaign_id = any(:ids) and on_date between :first and :last",
                campaigns,
                from,
                to);
        BigDecimal came = within(
                "select count(*) from campaign_participant where campaign_id = any(:ids) and status in ('ATTENDED', 'RESPONDED')"
                        + " and (least(attended_at, responded_at) at time zone :zone)::date between :first and :last",
                campaigns,
                from,
                to);
        BigDecimal leads = within(
                "select count(*) from lead where campaign_id = any(:ids) and (created_at at time zone :zone)::date between :first and :last",
                campaigns,
                from,
                to);
        BigDecimal wins = within(
                "select count(*) from opportunity_touch t join opportunity o on o.id = t.opportunity_id where t.campaign_id = any(:ids)"
                        + " and o.state = 'WON' and o.closed_on between :first and :last",
                campaigns,
                from,
                to);
        String of = line.name() + " from " + from + " to " + to;
        assertThat(line.participants()).as("came: " + of).isEqualByComparingTo(came);
        assertThat(line.leads()).as("leads: " + of).isEqualByComparingTo(leads);
        assertThat(line.wins()).as("wins: " + of).isEqualByComparingTo(wins);
        assertThat(line.costPerParticipant()).as("a participant: " + of).isEqualTo(each(cost, came));
        assertThat(line.costPerLead()).as("a lead: " + of).isEqualTo(each(cost, leads));
        assertThat(line.costPerOpportunity()).as("an opportunity: " + of).isEqualTo(each(cost, wins));
        assertThat(line.costPerWin()).as("a win: " + of).isEqualTo(each(cost, wins));
        // nobody of them has become a customer: see ConversionTests
        assertThat(line.conversion()).as("conversion: " + of).isEqualTo(each(BigDecimal.ZERO, came));
    }

    private static @Nullable BigDecimal each(BigDecimal all, BigDecimal many) {
        return many.signum() == 0 ? null : all.divide(many, 2, RoundingMode.HALF_UP);
    }

    private BigDecimal within(String sql, List<Long> campaigns, YearMonth from, YearMonth to) {
        return database.sql(sql)
                .param("ids", campaigns.toArray(Long[]::new))
                .param("first", from.atDay(1))
                .param("last", to.atEndOfMonth())
                .param("zone", companies.zone().getId())
                .query(BigDecimal.class)
                .single();
    }

    private long lead(long campaign, ZonedDateTime at) {
        return database.sql("""
                        insert into lead (id, full_name, campaign_id, created_at, updated_at)
                        values (nextval('lead_seq'), 'Somebody', :campaign, :at, now()) returning id""")
                .param("campaign", campaign)
                .param("at", at.toOffsetDateTime())
                .query(Long.class)
                .single();
    }

    private void participant(long campaign, long lead, String status, ZonedDateTime at) {
        database.sql("insert into campaign_participant (campaign_id, lead_id, status, source, created_at, updated_at, "
                        + status.toLowerCase(Locale.ROOT)
                        + "_at) values (:campaign, :lead, :status, 'HAND', now(), now(), :at)")
                .param("campaign", campaign)
                .param("lead", lead)
                .param("status", status)
                .param("at", at.toOffsetDateTime())
                .update();
    }

    /** The sums that are kept against every line and every touch read anew. */
    @Test
    void isWhatTheWholeComputationGives() {
        Random random = new Random(20261128);
        List<Long> campaigns = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
            campaigns.add(campaign("Campaign " + i, i % 2 == 0 ? "Event" : "E-mail", i == 3 ? null : "East"));
        }
        for (int i = 0; i < 60; i++) {
            long one = campaigns.get(random.nextInt(4));
            LocalDate on = LocalDate.of(2026, 1 + random.nextInt(6), 1 + random.nextInt(28));
            BigDecimal amount = BigDecimal.valueOf(1 + random.nextInt(500_000), 2);
            if (random.nextBoolean()) {
                cost(one, on, (random.nextInt(5) == 0 ? amount.negate() : amount).toPlainString());
            } else {
                won(on, amount.toPlainString(), one, campaigns.get(random.nextInt(4)));
            }
            if (random.nextInt(6) == 0) {
                database.sql("delete from campaign_cost where id = (select min(id) from campaign_cost)")
                        .update();
            }
            if (random.nextInt(6) == 0) {
                database.sql(
                                "update opportunity set base_amount = base_amount + 17.01 where id = (select max(opportunity_id) from opportunity_touch)")
                        .update();
            }
        }
        for (AttributionModel model : AttributionModel.values()) {
            RoiFilter asked = new RoiFilter(
                    YearMonth.of(2026, 2),
                    YearMonth.of(2026, 4),
                    model,
                    null,
                    null,
                    null,
                    null,
                    null,
                    null,
                    null,
                    null,
                    null,
                    null,
                    false);
            for (Line line : returns.of(manager, asked.filled(APRIL)).lines()) {
                long id = Long.parseLong(line.href().replaceAll(".*/", ""));
                assertThat(line.cost()).isEqualByComparingTo(sum("""
                        select coalesce(sum(base_amount), 0) from campaign_cost where campaign_id = ? and on_date between '2026-02-01' and '2026-04-30'""", id));
                BigDecimal revenue = sum("""
                        select coalesce(sum(o.base_amount * t.%s_share / 10000), 0) from opportunity_touch t join opportunity o on o.id = t.opportunity_id
                        where t.campaign_id = ? and o.state = 'WON' and o.closed_on between '2026-02-01' and '2026-04-30'""".formatted(model.column()), id);
                assertThat(line.revenue().subtract(revenue).abs())
                        .as("%s of %s, apart from rounding to cents", model, line.name())
                        .isLessThan(BigDecimal.valueOf(0.6));
            }
        }
    }

    /** However many campaigns touched an opportunity, it is one: in each cut, by each reckoning, and in all. */
    @Test
    void winsOfAllCampaignsAreTheOpportunitiesWon() {
        Random random = new Random(20261131);
        List<Long> campaigns = new ArrayList<>();
        for (int i = 0; i < 5; i++) {
            campaigns.add(campaign("Campaign " + i, i % 2 == 0 ? "Event" : "E-mail", i == 3 ? null : "East " + i % 2));
            cost(campaigns.get(i), APRIL.atDay(1), "1000");
        }
        for (long product : products()) {
            database.sql("insert into campaign_product (campaign_id, product_id) values (?, ?), (?, ?)")
                    .params(campaigns.get(0), product, campaigns.get(1), product)
                    .update();
        }
        for (int deals = 1; deals <= 12; deals++) {
            List<Long> touching = new ArrayList<>(campaigns);
            Collections.shuffle(touching, random);
            long deal = won(
                    APRIL.atDay(deals),
                    "2000",
                    touching.subList(0, 1 + random.nextInt(5)).stream()
                            .mapToLong(Long::longValue)
                            .toArray());
            if (random.nextInt(3) == 0) {
                database.sql(
                                "delete from opportunity_touch where (opportunity_id, campaign_id) = (select ?, max(campaign_id) from opportunity_touch where opportunity_id = ?)"
                                        + " and exists (select from opportunity_touch where opportunity_id = ? having count(*) > 1)")
                        .params(deal, deal, deal)
                        .update();
            }
            for (AttributionModel model : AttributionModel.values()) {
                for (RoiCut cut : RoiCut.values()) {
                    Returns found = returns.of(
                            manager,
                            RoiFilter.months(YearMonth.of(2026, 1), APRIL, model)
                                    .by(cut, false));
                    assertThat(found.total().wins())
                            .as("%s by %s", model, cut)
                            .isEqualByComparingTo(String.valueOf(deals));
                    assertThat(found.total().opportunities()).isEqualByComparingTo(String.valueOf(deals));
                    assertThat(found.total().costPerWin())
                            .isEqualByComparingTo(each(found.total().cost(), BigDecimal.valueOf(deals)));
                    BigDecimal each = found.lines().stream().map(Line::wins).reduce(BigDecimal.ZERO, BigDecimal::add);
                    assertThat(each.subtract(BigDecimal.valueOf(deals)).abs())
                            .as("%s by %s, apart from two decimals of each", model, cut)
                            .isLessThanOrEqualTo(new BigDecimal("0.03"));
                }
            }
        }
        assertThat(sum("select sum(even_share) from attribution_month where outcome = 'WON' and opportunities >= ?", 0))
                .as("exactly, where it is kept")
                .isEqualByComparingTo("120000");
    }

    /** In words, with their figures, whatever the cut is; and that there is none. */
    @Test
    void saysWhatReturnsMost() throws Exception {
        long fair = campaign("Fair", "Event", "East");
        cost(fair, APRIL.atDay(3), "1000");
        won(APRIL.atDay(10), "6000", fair);
        long letter = campaign("Letter", "E-mail", "West");
        cost(letter, LocalDate.of(2026, 2, 3), "300");
        cost(letter, APRIL.atDay(3), "100");
        won(APRIL.atDay(11), "500", letter);
        for (RoiCut cut : RoiCut.values()) {
            Returns found = returns.of(manager, ask(cut));
            assertThat(found.bestBand()).as("by %s", cut).isNotNull();
            assertThat(found.bestBand().roi()).as("by %s", cut).isEqualByComparingTo("500");
            assertThat(found.bestBand().cost()).isEqualByComparingTo("1000");
            assertThat(found.bestSquare()).as("by %s", cut).isNotNull();
            assertThat(found.bestSquare().method() + found.bestSquare().region())
                    .isEqualTo("EventEast");
        }
        assertThat(page(manager, "?from=2026-01&to=2026-05&cut=MONTH"))
                .contains(
                        "Campaigns that cost $1,000 return most:",
                        "Event · East is the method and region",
                        "500%",
                        "by 1 campaign");
        database.sql("delete from campaign_cost").update();
        assertThat(page(manager, "?from=2026-01&to=2026-05")).contains("nothing was spent in these months");
    }

    /** A band is one of campaigns, not of their months: what they brought without costing anything that month stays. */
    @Test
    void bandsAreOfWholeCampaignsInEveryCut() {
        long fair = campaign("Fair", "Event", "East");
        cost(fair, LocalDate.of(2026, 1, 3), "400");
        cost(fair, APRIL.atDay(3), "600");
        won(LocalDate.of(2026, 2, 10), "3000", fair);
        long letter = campaign("Letter", "E-mail", "West");
        cost(letter, APRIL.atDay(4), "500");
        won(APRIL.atDay(10), "7", letter);

        RoiFilter band = new RoiFilter(
                        null,
                        null,
                        null,
                        RoiCut.CAMPAIGN,
                        null,
                        null,
                        null,
                        null,
                        null,
                        new BigDecimal("900"),
                        new BigDecimal("1000"),
                        null,
                        null,
                        false)
                .filled(YearMonth.of(2026, 5));
        for (RoiCut cut : RoiCut.values()) {
            Returns found = returns.of(manager, band.by(cut, false));
            assertThat(found.total().cost()).as("cost by %s", cut).isEqualByComparingTo("1000");
            assertThat(found.total().revenue()).as("revenue by %s", cut).isEqualByComparingTo("3000");
            assertThat(found.total().campaigns()).as("campaigns by %s", cut).isEqualTo(1);
        }
        List<Line> months = returns.of(manager, band.by(RoiCut.MONTH, false)).lines();
        assertThat(months)
                .extracting(
                        line -> line.cost().intValue() + " " + line.revenue().intValue())
                .containsExactly("400 0", "0 3000", "600 0");
        assertThat(months.get(1).href())
                .contains("from=2026-02", "to=2026-02", "spentFrom=2026-01", "spentTo=2026-05", "low=900");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "?cut=BAND&bands=1e999999999",
                "?cut=BAND&bands=1e-999999999",
                "?cut=BAND&bands=10000000000000000",
                "?low=1e999999999",
                "?high=-1e999999999",
                "/opportunities?low=1e999999999",
                "/opportunities?high=1e-99999"
            })
    void amountsLongerThanCanBeAreRefused(String query) throws Exception {
        assertThat(mvc.perform(get("/insight/return" + query).with(signedIn(manager)))
                        .andReturn()
                        .getResponse()
                        .getStatus())
                .isEqualTo(422);
        String file = query.startsWith("/") ? query.replace("?", "/export.csv?") : "/export.csv" + query;
        assertThat(mvc.perform(get("/insight/return" + file).with(signedIn(manager)))
                        .andReturn()
                        .getResponse()
                        .getStatus())
                .isEqualTo(200);
    }

    @Test
    void thePageLeadsToItsRowsAndSaysWhatIsNoBand() throws Exception {
        long fair = campaign("Fair", "Event", "East");
        cost(fair, LocalDate.now().withDayOfMonth(1), "1000");
        assertThat(page(manager, "")).contains("Fair", "-100", "/marketing/campaigns/" + fair, "data-chart");
        assertThat(page(manager, "?cut=METHOD&from=2020-01&to=2020-02")).contains("Nothing has been spent or brought");
        var wrong = mvc.perform(get("/insight/return?cut=BAND&bands=a,b").with(signedIn(manager)))
                .andReturn()
                .getResponse();
        assertThat(wrong.getStatus()).isEqualTo(422);
        assertThat(wrong.getContentAsString(StandardCharsets.UTF_8)).contains("twelve at most", "value=\"a,b\"");
        assertThat(mvc.perform(get("/insight/return").with(signedIn(accounts.representative(null))))
                        .andReturn()
                        .getResponse()
                        .getStatus())
                .isEqualTo(403);
    }

    @Test
    void aFileHasEveryRowAndTheSums() throws Exception {
        long fair = campaign("=Fair", "Event", "East");
        cost(fair, APRIL.atDay(3), "1000");
        won(APRIL.atDay(10), "6000.5", fair);

        String file = mvc.perform(get("/insight/return/export.csv?from=2026-01&to=2026-05")
                        .with(signedIn(manager)))
                .andReturn()
                .getResponse()
                .getContentAsString(StandardCharsets.UTF_8);

        assertThat(file.lines()).hasSize(3);
        assertThat(file).contains("Cost (USD)", "'=Fair,500.05,1000.00,6000.5", "All,500.05,1000.00,6000.5");
        assertThat(mvc.perform(get("/insight/return/export.xlsx?cut=METHOD").with(signedIn(manager)))
                        .andReturn()
                        .getResponse()
                        .getContentAsByteArray())
                .startsWith('P', 'K');
        assertThat(mvc.perform(get("/insight/return/export.csv").with(signedIn(accounts.representative(null))))
                        .andReturn()
                        .getResponse()
                        .getStatus())
                .isEqualTo(403);
    }

    private RoiFilter ask(RoiCut cut) {
        return new RoiFilter(null, null, null, cut, null, null, null, null, null, null, null, null, null, false)
                .filled(YearMonth.of(2026, 5));
    }

    private Line only(RoiFilter asked) {
        List<Line> lines = returns.of(manager, asked).lines();
        assertThat(lines).hasSize(1);
        return lines.get(0);
    }

    private String page(Viewer viewer, String query) throws Exception {
        return mvc.perform(get("/insight/return" + query).with(signedIn(viewer)))
                .andReturn()
                .getResponse()
                .getContentAsString(StandardCharsets.UTF_8);
    }

    private BigDecimal sum(String sql, long id) {
        return database.sql(sql).param(id).query(BigDecimal.class).single();
    }

    private List<Long> products() {
        return List.of(1, 2).stream()
                .map(i -> database.sql("""
                                insert into product (id, name, active, created_at, updated_at)
                                values (nextval('product_seq'), ?, true, now(), now()) returning id""").param("Lamp " + i).query(Long.class).single())
                .toList();
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

    private void cost(long campaign, LocalDate on, String amount) {
        database.sql("""
                        insert into campaign_cost (id, campaign_id, name, on_date, category_id, amount, currency, base_amount, created_at, updated_at)
                        select nextval('campaign_cost_seq'), c.id, c.name, :on, t.id, :amount, c.currency, :amount, now(), now()
                        from campaign c, marketing_term t where c.id = :campaign and t.kind = 'COST_CATEGORY' and t.name = 'Venue'""")
                .param("on", on)
                .param("amount", new BigDecimal(amount))
                .param("campaign", campaign)
                .update();
    }

    private long won(LocalDate on, String amount, long... campaigns) {
        long deal = database.sql("""
                        insert into opportunity (id, name, pipeline_id, stage_id, customer_id, state, currency, amount, base_amount, probability, opened_on, closed_on,
                            stage_entered_at, owner_id, created_at, updated_at)
                        select nextval('opportunity_seq'), 'Deal ' || :number, pipeline_id, stage_id, customer_id, 'WON', currency, :amount, :amount, 100, :on, :on,
                            now(), owner_id, now(), now()
                        from opportunity where id = :sample returning id""")
                .param("number", ++number)
                .param("amount", new BigDecimal(amount))
                .param("on", on)
                .param("sample", company.id("opportunity"))
                .query(Long.class)
                .single();
        for (int i = 0; i < campaigns.length; i++) {
            database.sql("""
                            insert into opportunity_touch (opportunity_id, campaign_id, first_at, last_at, kind)
                            values (:deal, :campaign, timestamptz '2026-01-01 00:00Z' + :i * interval '1 day', timestamptz '2026-01-01 00:00Z' + :i * interval '1 day', 'HAND')
                            on conflict do nothing""")
                    .param("deal", deal)
                    .param("campaign", campaigns[i])
                    .param("i", i)
                    .update();
        }
        return deal;
    }
}
