package org.triviumcrm.customer.value;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;
import static org.triviumcrm.testing.Accounts.signedIn;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import org.triviumcrm.customer.CustomerMeasure;
import org.triviumcrm.identity.Viewer;
import org.triviumcrm.shared.list.ListReader;
import org.triviumcrm.testing.Accounts;
import org.triviumcrm.testing.IntegrationTest;
import org.triviumcrm.testing.SampleCompany;

/** Who moved between classes is what comes out when each month is reckoned by hand; other measures have classes of their own. */
@IntegrationTest
class MoveTests {

    private static final long FIRST = 990_000;

    @Autowired
    ValueReckoning reckoning;

    @Autowired
    MoveService moves;

    @Autowired
    MonthRepository months;

    @Autowired
    WorthRepository worth;

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

    private final List<Sale> sales = new ArrayList<>();
    private Viewer manager;
    private LocalDate today;
    private YearMonth last;

    private record Sale(long customer, LocalDate on, int amount) {}

    @BeforeEach
    void aCompanyThatHasSoldNothing() {
        company.found();
        manager = accounts.person("service_manager", null);
        today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
        last = YearMonth.from(today).minusMonths(1);
        database.sql("update opportunity set customer_id = null where state = 'WON'")
                .update();
        database.sql("delete from value_month").update();
        database.sql("delete from customer_value_month").update();
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void everyCellHasWhomItShould(long seed) {
        Random random = new Random(seed);
        for (int sale = 0; sale < 60; sale++) {
            win(FIRST + random.nextInt(15), today.minusDays(random.nextInt(900)), 1 + random.nextInt(9) * 100);
        }
        reckoning.look();
        YearMonth from = last.minusMonths(1 + random.nextInt(20));
        Map<Long, String> before = classes(from);
        Map<Long, String> after = classes(last);
        MoveMatrix matrix = moves.matrix(manager, asked(from, last, null, null)).orElseThrow();
        assertThat(matrix.from()).isEqualTo(from);
        long counted = 0;
        for (MoveMatrix.Row row : matrix.rows()) {
            for (MoveMatrix.Cell cell : row.cells()) {
                if (cell.isNobody()) {
                    continue;
                }
                List<Long> expected = before.keySet().stream()
                        .filter(customer -> before.get(customer).equals(cell.was())
                                && after.get(customer).equals(cell.is()))
                        .toList();
                List<Moved> found = moves.list(manager, asked(from, last, cell.was(), cell.is()));
                assertThat(found.stream().map(Moved::id)).containsExactlyInAnyOrderElementsOf(expected);
                assertThat(cell.customers()).isEqualTo(expected.size());
                assertThat(cell.before()).isEqualByComparingTo(sum(expected, from));
                assertThat(cell.after()).isEqualByComparingTo(sum(expected, last));
                counted += cell.customers();
            }
        }
        assertThat(matrix.better() + matrix.worse() + matrix.same()).isEqualTo(counted);
    }

    @Test
    void pagesOfACellFollowEachOtherWithoutGaps() {
        for (int customer = 0; customer < 120; customer++) {
            win(FIRST + customer, last.atDay(3), 100 + customer % 7);
        }
        win(FIRST + 500, last.minusMonths(2).atDay(1), 5);
        reckoning.look();
        String one = classes(last).get(FIRST);
        List<Long> seen = new ArrayList<>();
        List<BigDecimal> amounts = new ArrayList<>();
        AskMoves asked = asked(last.minusMonths(1), last, "-", String.valueOf(one));
        while (true) {
            List<Moved> page = moves.list(manager, asked);
            List<Moved> shown = page.subList(0, Math.min(page.size(), MoveService.PAGE));
            shown.forEach(moved -> {
                seen.add(moved.id());
                amounts.add(moved.after());
            });
            if (page.size() <= MoveService.PAGE) {
                break;
            }
            Moved end = shown.get(shown.size() - 1);
            asked = new AskMoves(
                    null,
                    asked.from(),
                    asked.to(),
                    asked.was(),
                    asked.is(),
                    end.sorted(true).toPlainString(),
                    end.id());
        }
        long expected = classes(last).entrySet().stream()
                .filter(entry ->
                        entry.getKey() < FIRST + 500 && entry.getValue().equals(one))
                .count();
        assertThat(seen).hasSize((int) expected).doesNotHaveDuplicates();
        assertThat(amounts).isSortedAccordingTo(java.util.Comparator.reverseOrder());
    }

    @Test
    void monthsStayAsTheyWereUnlessSomebodyAsksForThemAnew() throws Exception {
        win(FIRST, last.atDay(1), 900);
        win(FIRST + 1, last.atDay(1), 100);
        reckoning.look();
        assertThat(classesKept(last)).isEqualTo(Map.of(FIRST, "A", FIRST + 1, "B"));
        win(FIRST + 1, last.atDay(2), 5_000);
        reckoning.look();
        assertThat(classesKept(last)).as("written down is written down").containsEntry(FIRST, "A");
        save(false);
        reckoning.look();
        assertThat(classesKept(last)).containsEntry(FIRST, "A");
        save(true);
        reckoning.look();
        assertThat(classesKept(last)).isEqualTo(Map.of(FIRST, "B", FIRST + 1, "A"));
        assertThat(months.taken(new RevenueMeasure()).get(0).rules().months()).isEqualTo(24);
    }

    @Test
    void aPastThatComesLaterIsThereWithTheNextLook() {
        reckoning.look();
        assertThat(months.taken(new RevenueMeasure())).isEmpty();
        win(FIRST, today.minusMonths(3), 100);
        win(FIRST, today.minusMonths(2), 100);
        reckoning.look();
        assertThat(months.taken(new RevenueMeasure())).hasSizeGreaterThanOrEqualTo(2);
        assertThat(moves.matrix(manager, new AskMoves(null, null, null, null, null, null, null)))
                .isPresent();
    }

    @Test
    void twoYearsAndAMonthAreKept() {
        win(FIRST, last.minusMonths(30).atDay(1), 900);
        win(FIRST, last.atDay(1), 900);
        YearMonth old = last.minusMonths(ValueReckoning.KEPT);
        months.take(new RevenueMeasure(), SaveValueRules.USUAL, old, clock.instant());
        assertThat(classesKept(old)).isNotEmpty();
        reckoning.look();
        assertThat(classesKept(old)).isEmpty();
        assertThat(database.sql("select count(*) from value_month where measure = 'REVENUE'")
                        .query(Long.class)
                        .single())
                .isEqualTo(ValueReckoning.KEPT);
    }

    @Test
    void thePagesSayItToWhoeverMayKnow() throws Exception {
        mvc.perform(get("/customers/value/moves").with(signedIn(manager)))
                .andExpect(content().string(containsString("There are no two months to compare yet")));
        win(FIRST, last.minusMonths(1).atDay(2), 900);
        win(FIRST + 1, last.atDay(2), 100);
        reckoning.look();
        String cell = "/customers/value/moves/customers?measure=REVENUE&from=" + last.minusMonths(1) + "&to=" + last;
        mvc.perform(get("/customers/value/moves").with(signedIn(manager)))
                .andExpect(content().string(containsString(cell.replace("&", "&amp;") + "&amp;was=-&amp;is=B")))
                .andExpect(content().string(containsString("1 into a better class, 0 into a worse one, 1 stayed.")))
                .andExpect(content().string(not(containsString("Gross margin"))));
        mvc.perform(get(cell + "&was=-&is=B").with(signedIn(manager)))
                .andExpect(content().string(containsString("Buyer " + (FIRST + 1))))
                .andExpect(content().string(not(containsString("Buyer " + FIRST + "<"))));
        for (String nonsense : List.of("&was=-&is=-", "&was=A&is=Z")) {
            mvc.perform(get(cell + nonsense).with(signedIn(manager))).andExpect(status().isNotFound());
        }
        mvc.perform(get("/customers/value/moves?measure=MARGIN").with(signedIn(manager)))
                .andExpect(status().isNotFound());
        mvc.perform(get("/customers/value/moves").with(signedIn(accounts.serviceAgent())))
                .andExpect(status().isForbidden());
        mvc.perform(get(cell + "&was=-&is=B").with(signedIn(accounts.serviceAgent())))
                .andExpect(status().isForbidden());
    }

    @Test
    void otherMeasuresAreThereForThoseWhoMayKnowTheirAmounts() throws Exception {
        Viewer sales = accounts.manager(accounts.team("West", null));
        reckoning.run();
        mvc.perform(get("/customers/value?measure=MARGIN").with(signedIn(sales)))
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("Gross margin")))
                .andExpect(content().string(containsString("Receipts")));
        for (String by : List.of("REGION", "INDUSTRY", "PRODUCT", "MONTH")) {
            for (String measure : List.of("MARGIN", "RECEIPTS")) {
                mvc.perform(get("/customers/value?measure=" + measure + "&by=" + by)
                                .with(signedIn(sales)))
                        .andExpect(status().isOk());
            }
        }
        mvc.perform(get("/customers?f.marginClass=A").with(signedIn(sales))).andExpect(status().isOk());
        mvc.perform(get("/customers/value?measure=RECEIPTS").with(signedIn(accounts.marketingManager())))
                .andExpect(status().isNotFound());
        mvc.perform(get("/customers/value/export.csv?measure=MARGIN&by=REGION").with(signedIn(manager)))
                .andExpect(status().isNotFound());
    }

    @ParameterizedTest
    @ValueSource(longs = {4, 5, 6, 7})
    void classesOfAnyMeasureAreWhatTheDefinitionSays(long seed) {
        Random random = new Random(seed);
        Map<Long, Integer> brought = new HashMap<>();
        List<String> rows = new ArrayList<>();
        for (int row = 0; row < 40; row++) {
            long customer = FIRST + random.nextInt(20);
            int amount = random.nextInt(900) - 150;
            boolean counts = random.nextInt(5) > 0;
            buyer(customer);
            rows.add("(cast(" + customer + " as bigint), cast('"
                    + (counts ? today.minusDays(random.nextInt(300)) : today.minusMonths(13)) + "' as date), cast("
                    + amount + " as numeric))");
            if (counts) {
                brought.merge(customer, amount, Integer::sum);
            }
        }
        CustomerMeasure measure = measure(
                "select * from (values " + String.join(", ", rows) + ") m (customer_id, brought_on, base_amount)");
        worth.reckon(measure, SaveValueRules.USUAL, today.minusMonths(12), today, clock.instant());
        worth.reckon(measure, SaveValueRules.USUAL, today.minusMonths(12), today, clock.instant());
        Map<Long, String> expected = classes(brought);
        assertThat(database
                        .sql(
                                "select customer_id, coalesce(value_class, '-') as c from customer_worth where measure = 'TEST'")
                        .query((row, n) -> Map.entry(row.getLong(1), row.getString(2)))
                        .list()
                        .stream()
                        .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue)))
                .isEqualTo(expected);
        ValueOverview overview = ValueOverview.ofMeasure(worth.bounds(measure).orElseThrow(), worth.counts(measure));
        assertThat(overview.customers()).isEqualTo(brought.size());
        assertThat(overview.classes().stream()
                        .map(ValueOverview.Line::revenue)
                        .reduce(BigDecimal.ZERO, BigDecimal::add))
                .isEqualByComparingTo(BigDecimal.valueOf(
                        brought.values().stream().mapToInt(Integer::intValue).sum()));
    }

    private static CustomerMeasure measure(String sql) {
        return new CustomerMeasure() {
            @Override
            public String key() {
                return "TEST";
            }

            @Override
            public String title() {
                return "customer.value.revenue";
            }

            @Override
            public String text() {
                return "customer.value.revenue.text";
            }

            @Override
            public boolean isFor(ListReader reader) {
                return true;
            }

            @Override
            public String amounts() {
                return sql;
            }

            @Override
            public String amountsByProduct() {
                return sql;
            }
        };
    }

    private void save(boolean again) throws Exception {
        mvc.perform(post("/administration/customer-value")
                        .param("months", "24")
                        .param("shareA", "80")
                        .param("shareB", "95")
                        .param("again", String.valueOf(again))
                        .with(csrf())
                        .with(signedIn(accounts.administrator())))
                .andExpect(status().is3xxRedirection());
    }

    private AskMoves asked(YearMonth from, YearMonth to, @Nullable String was, @Nullable String is) {
        return new AskMoves(null, from.toString(), to.toString(), was, is, null, null);
    }

    private Map<Long, String> classesKept(YearMonth month) {
        return database
                .sql(
                        "select customer_id, value_class from customer_value_month where measure = 'REVENUE' and month = ?")
                .param(month.atDay(1))
                .query((row, n) -> Map.entry(row.getLong(1), row.getString(2)))
                .list()
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    /** Of twelve whole months, reckoned here in another way; every buyer has one. */
    private Map<Long, String> classes(YearMonth month) {
        Map<Long, Integer> brought = new HashMap<>();
        sales.forEach(sale -> brought.merge(sale.customer(), within(sale, month) ? sale.amount() : 0, Integer::sum));
        return classes(brought);
    }

    private static Map<Long, String> classes(Map<Long, Integer> brought) {
        List<Map.Entry<Long, Integer>> sorted = brought.entrySet().stream()
                .filter(entry -> entry.getValue() > 0)
                .sorted(Map.Entry.<Long, Integer>comparingByValue().reversed())
                .toList();
        int total = sorted.stream().mapToInt(Map.Entry::getValue).sum();
        Map<Long, String> classes = new HashMap<>();
        brought.keySet().forEach(customer -> classes.put(customer, "-"));
        int reached = 0;
        String one = "A";
        int smallest = Integer.MAX_VALUE;
        for (Map.Entry<Long, Integer> entry : sorted) {
            if (entry.getValue() < smallest) {
                one = reached * 100 < total * 80 ? "A" : reached * 100 < total * 95 ? "B" : "C";
            }
            smallest = entry.getValue();
            reached += entry.getValue();
            classes.put(entry.getKey(), one);
        }
        return classes;
    }

    private BigDecimal sum(List<Long> customers, YearMonth month) {
        return BigDecimal.valueOf(sales.stream()
                .filter(sale -> customers.contains(sale.customer()) && within(sale, month))
                .mapToInt(Sale::amount)
                .sum());
    }

    private static boolean within(Sale sale, YearMonth month) {
        return !YearMonth.from(sale.on()).isAfter(month)
                && YearMonth.from(sale.on()).isAfter(month.minusMonths(12));
    }

    private void buyer(long customer) {
        database.sql(
                        "insert into customer (id, name, created_at, updated_at) values (:id, :name, now(), now()) on conflict do nothing")
                .param("id", customer)
                .param("name", "Buyer " + customer)
                .update();
    }

    private void win(long customer, LocalDate on, int amount) {
        buyer(customer);
        sales.add(new Sale(customer, on, amount));
        database.sql("""
                        insert into opportunity (id, name, pipeline_id, stage_id, state, customer_id, amount, currency, base_amount,
                            probability, opened_on, closed_on, owner_id, stage_entered_at, created_at, updated_at)
                        select :id, 'Sold', o.pipeline_id, o.stage_id, 'WON', :customer, :amount, o.currency, :amount, 100, :on, :on, o.owner_id,
                            now(), now(), now() from opportunity o order by o.id limit 1""")
                .param("id", FIRST + sales.size())
                .param("customer", customer)
                .param("amount", amount)
                .param("on", on)
                .update();
    }
}
