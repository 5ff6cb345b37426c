package org.triviumcrm.insight.roi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.triviumcrm.testing.Accounts.signedIn;

import java.math.BigDecimal;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.web.util.HtmlUtils;
import org.springframework.web.util.UriComponentsBuilder;
import org.triviumcrm.identity.Viewer;
import org.triviumcrm.insight.roi.Brought.Row;
import org.triviumcrm.insight.roi.Returns.Line;
import org.triviumcrm.sales.AttributionModel;
import org.triviumcrm.testing.Accounts;
import org.triviumcrm.testing.IntegrationTest;
import org.triviumcrm.testing.SampleCompany;
import org.triviumcrm.testing.SignedContracts;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Whatever figure of a return is followed: its rows, page by page, come to exactly that. */
@IntegrationTest
class BroughtTests {

    private static final List<LocalDate> DAYS = List.of(
            LocalDate.of(2026, 1, 31), LocalDate.of(2026, 2, 1), LocalDate.of(2026, 3, 15), LocalDate.of(2026, 4, 30));

    @Autowired
    MockMvc mvc;

    @Autowired
    SampleCompany company;

    @Autowired
    Accounts accounts;

    @Autowired
    RoiService returns;

    @Autowired
    BroughtService brought;

    @Autowired
    JdbcClient database;

    private Viewer manager;
    private final List<Long> campaigns = new ArrayList<>();
    private int number;

    @BeforeEach
    void campaignsWithOpportunities() {
        company.found();
        company.endCase();
        database.sql("delete from opportunity_touch").update();
        database.sql("delete from campaign_cost").update();
        database.sql("delete from campaign_result").update();
        manager = accounts.marketingManager();
        for (int i = 0; i < 4; i++) {
            campaigns.add(campaign("Campaign " + i, i % 2 == 0 ? "Event" : "E-mail", i == 3 ? null : "East " + i % 2));
        }
        Random random = new Random(20261130);
        for (int i = 0; i < 40; i++) {
            long deal = opportunity(random);
            for (int n = random.nextInt(3); n >= 0; n--) {
                touch(deal, campaigns.get(random.nextInt(campaigns.size())), random.nextInt(9));
            }
            if (random.nextInt(4) == 0) {
                contracts(random, deal);
            }
        }
        for (long campaign : campaigns) {
            cost(campaign, DAYS.get(random.nextInt(DAYS.size())), String.valueOf(100 + random.nextInt(5) * 50));
        }
        for (int i = 0; i < 2; i++) {
            long product =
                    database.sql("""
                            insert into product (id, name, active, created_at, updated_at)
                            values (nextval('product_seq'), ?, true, now(), now()) returning id""").param("Brought " + i).query(Long.class).single();
            database.sql("insert into campaign_product (campaign_id, product_id) values (?, ?), (?, ?)")
                    .params(campaigns.get(0), product, campaigns.get(1 + i), product)
                    .update();
        }
        database.sql("update campaign set parent_id = ? where id = ?")
                .params(campaigns.get(0), campaigns.get(1))
                .update();
    }

    @Test
    void rowsAddUpToTheFigureByEveryReckoningCutAndWindow() {
        for (AttributionModel model : AttributionModel.values()) {
            for (RoiCut cut : RoiCut.values()) {
                for (int month = model == AttributionModel.EVEN ? 1 : 2; month < 3; month++) {
                    YearMonth from = YearMonth.of(2026, month);
                    RoiFilter asked =
                            RoiFilter.months(from, YearMonth.of(2026, 4), model).by(cut, false);
                    Returns found = returns.of(manager, asked);
                    assertThat(found.lines()).isNotEmpty();
                    found.lines().forEach(line -> assertFollowed(line, model + " by " + cut + " from " + from));
                    assertFollowed(found.total(), model + " in all by " + cut + " from " + from);
                }
            }
        }
    }

    /** Narrowed to what campaigns cost in all: cut by month, too, each row leads to those that it is made of. */
    @Test
    void bandsKeepTheirCampaignsWhereverTheyLead() {
        RoiFilter all = RoiFilter.months(YearMonth.of(2026, 1), YearMonth.of(2026, 4), AttributionModel.EVEN);
        BigDecimal least = returns.of(manager, all).lines().stream()
                .map(Line::cost)
                .min(BigDecimal::compareTo)
                .orElseThrow();
        RoiFilter band = new RoiFilter(
                all.from(), all.to(), all.model(), null, null, null, null, null, null, least, least, null, null, false);
        Line whole = returns.of(manager, band.by(RoiCut.CAMPAIGN, false)).total();
        assertThat(whole.wins().add(whole.opportunities())).isPositive();
        for (RoiCut cut : RoiCut.values()) {
            Returns found = returns.of(manager, band.by(cut, false));
            assertThat(found.total().revenue()).as("by %s", cut).isEqualByComparingTo(whole.revenue());
            found.lines().forEach(line -> assertFollowed(line, "one band by " + cut));
            assertFollowed(found.total(), "one band by " + cut);
        }
    }

    private void assertFollowed(Line line, String when) {
        List<Row> won = rows(line.ways().wins());
        assertThat(sum(won).subtract(line.revenue().subtract(line.reported())).abs())
                .as("%s: revenue of %s", when, line.name())
                .isLessThan(new BigDecimal("0.01"));
        assertThat(rows(line.ways().revenue())).isEqualTo(won);
        List<Row> open = rows(line.ways().pipeline());
        assertThat(sum(open).subtract(line.pipeline()).abs())
                .as("%s: pipeline of %s", when, line.name())
                .isLessThan(new BigDecimal("0.01"));
        assertThat(counted(line.ways().wins()))
                .as("%s: wins of %s", when, line.name())
                .isEqualByComparingTo(line.wins());
        List<Row> all = rows(line.ways().opportunities());
        assertThat(counted(line.ways().opportunities()))
                .as("%s: opportunities of %s", when, line.name())
                .isEqualByComparingTo(line.opportunities());
        assertThat(new HashSet<>(all)).hasSameSizeAs(all).containsAll(won).containsAll(open);
    }

    /** What somebody without all opportunities does not see is counted and not shown. */
    @Test
    void whatIsNotInSightIsCountedOnly() {
        long deal = database.sql("select max(opportunity_id) from opportunity_touch")
                .query(Long.class)
                .single();
        Viewer seller = accounts.manager(null);
        database.sql("update opportunity set owner_id = ?, team_id = null where id = ?")
                .params(seller.personId(), deal)
                .update();
        database.sql("update opportunity set team_id = null where id <> ?")
                .param(deal)
                .update();

        Brought found = brought.of(seller, BroughtFilter.none(), 200);
        Brought all = brought.of(manager, BroughtFilter.none(), 200);

        assertThat(found.rows()).isNotEmpty().extracting(Row::opportunityId).containsOnly(deal);
        assertThat(found.all()).isEqualTo(all.all());
        assertThat(found.hidden().rows() + found.rows().size())
                .isEqualTo(all.rows().size());
        assertThat(found.hidden().amount().add(sum(found.rows())))
                .isEqualByComparingTo(all.all().amount());
        assertThat(all.hidden()).isEqualTo(Brought.Sum.NONE);
    }

    /** Bars, squares, flows and the places between them: none is a dead end. */
    @Test
    void everyMarkOfAChartLeadsToAPageThatAnswers() throws Exception {
        Set<String> places = new TreeSet<>();
        for (RoiCut cut : RoiCut.values()) {
            places.addAll(marks(page("/insight/return?from=2026-01&to=2026-04&cut=" + cut, 200), 3));
        }
        places.addAll(marks(page("/insight/marketing?year=2026", 200), 1));
        assertThat(places).hasSizeGreaterThan(20);
        for (String place : places) {
            assertThat(mvc.perform(get(URI.create(place)).with(signedIn(manager)))
                            .andReturn()
                            .getResponse()
                            .getStatus())
                    .as(place)
                    .isEqualTo(200);
        }
    }

    /** Where the marks of all charts of a page lead. */
    private static Set<String> marks(String page, int charts) {
        Set<String> places = new TreeSet<>();
        Matcher found = Pattern.compile("data-chart=\"([^\"]*)\"").matcher(page);
        int seen = 0;
        while (found.find()) {
            seen++;
            JsonNode chart = JsonMapper.shared().readTree(HtmlUtils.htmlUnescape(found.group(1)));
            for (JsonNode series : chart.get("series")) {
                for (String kind : List.of("data", "links")) {
                    for (JsonNode mark : series.path(kind)) {
                        assertThat(mark.path("href").asString(""))
                                .as("%s of %s", mark, kind)
                                .startsWith("/");
                        places.add(mark.get("href").asString());
                    }
                }
            }
        }
        assertThat(seen).isEqualTo(charts);
        return places;
    }

    @Test
    void showsContractsAndTheDayThatCounts() throws Exception {
        database.sql("delete from opportunity_touch").update();
        long deal = opportunity(new Random(1));
        database.sql(
                        "update opportunity set name = 'Lamps for the hall', state = 'OPEN', closed_on = null where id = ?")
                .param(deal)
                .update();
        touch(deal, campaigns.get(0), 0);
        touch(deal, campaigns.get(1), 1);
        long root = SignedContracts.first(database, deal, LocalDate.of(2026, 2, 10), "1000");
        SignedContracts.amendment(database, root, deal, LocalDate.of(2026, 3, 10), "-200");

        Row row = rows(BroughtFilter.none().of(campaigns.get(0)).href()).get(0);

        assertThat(row.outcome()).isEqualTo(BroughtOutcome.WON);
        assertThat(row.countedOn()).isEqualTo("2026-02-10");
        assertThat(row.worth()).isEqualByComparingTo("800");
        assertThat(row.share()).isEqualByComparingTo("50");
        assertThat(row.amount()).isEqualByComparingTo("400");
        assertThat(row.contracts())
                .extracting(Brought.Paper::gain)
                .usingComparatorForType(BigDecimal::compareTo, BigDecimal.class)
                .containsExactly(new BigDecimal("1000.00"), new BigDecimal("-200.00"));
        assertThat(row.contracts()).extracting(Brought.Paper::seen).containsOnly(false);
        String number = row.contracts().get(0).number();
        String panel = page("/insight/campaigns/" + campaigns.get(0) + "/return", 200);
        assertThat(panel).contains("Lamps for the hall", number, "Amendment of", "$400");
        String list =
                page("/insight/return/opportunities?campaign=" + campaigns.get(0) + "&outcome=WON&model=FIRST", 200);
        assertThat(list).contains("Lamps for the hall", number, "$800", "100 %");
        assertThat(page("/insight/return/opportunities?outcome=LOST&campaign=" + campaigns.get(0), 200))
                .contains("Nothing to show here");
    }

    @Test
    void saysWhatMediaReportBesides() throws Exception {
        database.sql("""
                        insert into campaign_result (id, campaign_id, name, on_date, revenue, currency, base_revenue, created_at, updated_at)
                        select nextval('campaign_result_seq'), c.id, c.name, '2026-03-02', 300, c.currency, 300, now(), now() from campaign c where c.id = ?""").param(campaigns.get(2)).update();
        Line line = returns.campaign(manager, campaigns.get(2), RoiFilter.ever(null));
        Brought found = brought.of(manager, asked(line.ways().revenue()), 200);

        assertThat(found.reported()).isEqualByComparingTo("300").isEqualByComparingTo(line.reported());
        assertThat(found.all().amount().add(found.reported())).isEqualByComparingTo(line.revenue());
        assertThat(line.ways().reported()).isEqualTo("/marketing/results?f.campaign=" + campaigns.get(2));
        assertThat(page(line.ways().revenue(), 200))
                .contains("Media report $300 besides", line.ways().reported());
    }

    @Test
    void refusesWhatIsNotInSightAndWhatCanNotBeRead() throws Exception {
        assertThat(page("/insight/return/opportunities?from=never", 422)).contains("What campaigns have brought");
        page("/insight/return/opportunities?after=nowhere", 200);
        page("/insight/return/opportunities?after=2026-13-01_1_1", 200);
        page("/insight/return/opportunities?campaign=1", 404);
        page("/insight/campaigns/1/return", 404);
        for (String address :
                List.of("/insight/return/opportunities", "/insight/campaigns/" + campaigns.get(0) + "/return")) {
            assertThat(mvc.perform(get(address).with(signedIn(accounts.representative(null))))
                            .andReturn()
                            .getResponse()
                            .getStatus())
                    .isEqualTo(403);
        }
    }

    /** All rows that an address shows, a few a page. */
    private List<Row> rows(@Nullable String address) {
        List<Row> rows = new ArrayList<>();
        String next = address;
        while (next != null) {
            Brought page = brought.of(manager, asked(next), 7);
            assertThat(page.hidden()).isEqualTo(Brought.Sum.NONE);
            rows.addAll(page.rows());
            next = page.next();
            if (next == null) {
                assertThat(page.all().rows()).isEqualTo(rows.size());
                BigDecimal shares = rows.stream().map(Row::share).reduce(BigDecimal.ZERO, BigDecimal::add);
                if (!asked(address).isDivided()) {
                    assertThat(page.all().count().movePointRight(2)).isEqualByComparingTo(shares);
                }
                assertThat(page.all().amount().subtract(sum(rows)).abs()).isLessThan(new BigDecimal("0.01"));
            }
        }
        return rows;
    }

    /** How many opportunities the rows that an address shows say they are. */
    private BigDecimal counted(@Nullable String address) {
        return brought.of(manager, asked(address), 1).all().counted();
    }

    /** What an address asks for. */
    private static BroughtFilter asked(@Nullable String address) {
        assertThat(address).startsWith(BroughtFilter.PATH);
        var said = UriComponentsBuilder.fromUriString(address).build().getQueryParams();
        Function<String, @Nullable String> value = name -> {
            String written = said.getFirst(name);
            return written == null ? null : URLDecoder.decode(written, StandardCharsets.UTF_8);
        };
        return new BroughtFilter(
                value.apply("from") == null ? null : YearMonth.parse(value.apply("from")),
                value.apply("to") == null ? null : YearMonth.parse(value.apply("to")),
                value.apply("model") == null ? null : AttributionModel.valueOf(value.apply("model")),
                value.apply("outcome") == null ? null : BroughtOutcome.valueOf(value.apply("outcome")),
                value.apply("campaign") == null ? null : Long.valueOf(value.apply("campaign")),
                value.apply("method") == null ? null : Long.valueOf(value.apply("method")),
                said.containsKey("region") && value.apply("region") == null ? "" : value.apply("region"),
                value.apply("product") == null ? null : Long.valueOf(value.apply("product")),
                value.apply("root") == null ? null : Long.valueOf(value.apply("root")),
                value.apply("low") == null ? null : new BigDecimal(value.apply("low")),
                value.apply("high") == null ? null : new BigDecimal(value.apply("high")),
                value.apply("spentFrom") == null ? null : YearMonth.parse(value.apply("spentFrom")),
                value.apply("spentTo") == null ? null : YearMonth.parse(value.apply("spentTo")),
                value.apply("divided") == null ? null : true,
                value.apply("after"));
    }

    private static BigDecimal sum(List<Row> rows) {
        return rows.stream().map(Row::amount).reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    private String page(@Nullable String address, int status) throws Exception {
        var answer = mvc.perform(get(URI.create(String.valueOf(address))).with(signedIn(manager)))
                .andReturn()
                .getResponse();
        assertThat(answer.getStatus()).as(address).isEqualTo(status);
        return answer.getContentAsString(StandardCharsets.UTF_8);
    }

    /** Of any state, in euros or dollars; in the company's currency it is another number. */
    private long opportunity(Random random) {
        String state = List.of("WON", "WON", "OPEN", "LOST").get(random.nextInt(4));
        BigDecimal amount = BigDecimal.valueOf(1 + random.nextInt(900_000), 2);
        boolean foreign = random.nextBoolean();
        pass();
        return database.sql("""
                        insert into opportunity (id, name, pipeline_id, stage_id, customer_id, state, currency, amount, base_amount, probability, opened_on,
                            closed_on, expected_close_date, stage_entered_at, owner_id, created_at, updated_at)
                        select nextval('opportunity_seq'), 'Deal ' || :number, pipeline_id, stage_id, customer_id, :state, :currency, :amount, :base, 50, '2026-01-01',
                            case when :state <> 'OPEN' then :on::date end, :on, now(), owner_id, now(), now()
                        from opportunity where id = :sample returning id""")
                .param("number", ++number)
                .param("state", state)
                .param("currency", foreign ? "EUR" : "USD")
                .param("amount", amount)
                .param("base", foreign ? amount.multiply(new BigDecimal("1.0873")) : amount)
                .param("on", DAYS.get(random.nextInt(DAYS.size())))
                .param("sample", company.id("opportunity"))
                .query(Long.class)
                .single();
    }

    /** As if the approvals had been asked. */
    private void pass() {
        database.sql("select set_config('trivium.passage', 'TEST', true)")
                .query(String.class)
                .single();
    }

    private void touch(long deal, long campaign, int day) {
        database.sql("""
                        insert into opportunity_touch (opportunity_id, campaign_id, first_at, last_at, kind)
                        values (:deal, :campaign, timestamptz '2026-01-01 00:00Z' + :day * interval '1 day', timestamptz '2026-01-01 00:00Z' + :day * interval '1 day',
                            'HAND')
                        on conflict do nothing""")
                .param("deal", deal)
                .param("campaign", campaign)
                .param("day", day)
                .update();
    }

    /** All pages of it, for whoever may take opportunities along, and the same rows. */
    @Test
    void aFileHasAllRowsInSight() throws Exception {
        Viewer administrator = accounts.administrator();
        BroughtFilter won = BroughtFilter.none().being(BroughtOutcome.WON);
        List<Row> listed = brought.of(administrator, won, 1000).rows();
        List<Row> written = new ArrayList<>();
        brought.export(administrator, won.from("2026-01-01_1_1")).forEachRemaining(written::add);
        assertThat(written).isNotEmpty().isEqualTo(listed);
        String csv = mvc.perform(get(won.exportHref("csv")).with(signedIn(administrator)))
                .andReturn()
                .getResponse()
                .getContentAsString(StandardCharsets.UTF_8);
        assertThat(csv.lines()).hasSize(listed.size() + 1);
        assertThat(csv).contains("Won", listed.get(0).opportunity());
        assertThat(mvc.perform(get(won.exportHref("xlsx")).with(signedIn(administrator)))
                        .andReturn()
                        .getResponse()
                        .getContentAsByteArray())
                .startsWith('P', 'K');
        assertThat(page(won.exportHref("csv"), 200).lines())
                .as("for whom it is made")
                .hasSize(listed.size() + 1);
        database.sql("delete from role_permission where permission = 'sales.opportunity.export'")
                .update();
        manager = accounts.viewer(manager.personId());
        page(won.exportHref("csv"), 403);
    }

    private void contracts(Random random, long deal) {
        LocalDate on = DAYS.get(random.nextInt(DAYS.size()));
        long root = SignedContracts.first(
                database,
                deal,
                on,
                BigDecimal.valueOf(1 + random.nextInt(90_000), 2).toPlainString());
        if (random.nextBoolean()) {
            SignedContracts.amendment(
                    database,
                    root,
                    deal,
                    on.plusDays(3),
                    BigDecimal.valueOf(random.nextInt(9_000) - 4_500, 2).toPlainString());
        }
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
}
