package org.triviumcrm.customer.value;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;
import static org.triviumcrm.testing.Accounts.signedIn;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.ToLongFunction;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import org.triviumcrm.customer.ValueClass;
import org.triviumcrm.customer.ValueSegment;
import org.triviumcrm.identity.Viewer;
import org.triviumcrm.testing.Accounts;
import org.triviumcrm.testing.IntegrationTest;
import org.triviumcrm.testing.SampleCompany;

/** Classes and segments of customers are what their definitions say, whatever was sold. */
@IntegrationTest
class CustomerValueTests {

    private static final long FIRST = 900_000;

    @Autowired
    ValueReckoning reckoning;

    @Autowired
    ReckoningRepository due;

    @Autowired
    CustomerValueRepository values;

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

    private LocalDate today;
    private final Map<Long, List<Win>> wins = new HashMap<>();

    private record Win(LocalDate on, BigDecimal amount) {}

    @BeforeEach
    void aCompanyThatHasSoldNothing() {
        company.found();
        today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
        database.sql("update opportunity set customer_id = null where state = 'WON'")
                .update();
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6})
    void everyCustomerIsWhereTheDefinitionSays(long seed) {
        Random random = new Random(seed);
        int buyers = 1 + random.nextInt(40);
        for (int customer = 0; customer < buyers; customer++) {
            for (int win = 0; win <= random.nextInt(4); win++) {
                int days = random.nextInt(500);
                win(FIRST + customer, today.minusDays(days), random.nextInt(6) * 100);
            }
        }
        reckoning.run();
        assertThatAllAreWhereTheyBelong();
        assertThatClassesBeginWhereTheyShould();
        for (int more = 0; more < 5; more++) {
            win(FIRST + random.nextInt(buyers + 3), today.minusDays(random.nextInt(30)), random.nextInt(900));
        }
        assertThatAllAreWhereTheyBelong();
        reckoning.run();
        assertThatAllAreWhereTheyBelong();
    }

    @Test
    void fourFifthsAreBroughtByTheFewAndWhoIsEqualIsInTheSameClass() {
        win(FIRST, today, 700);
        win(FIRST + 1, today, 100);
        win(FIRST + 2, today, 100);
        win(FIRST + 3, today, 60);
        win(FIRST + 4, today, 40);
        win(FIRST + 5, today.minusMonths(12), 5_000);
        reckoning.run();
        assertThat(List.of(0, 1, 2, 3, 4).stream().map(n -> of(FIRST + n).valueClass()))
                .as("700 of 1,000 are not four fifths yet, with the next they are; that one's equal comes along")
                .containsExactly(ValueClass.A, ValueClass.A, ValueClass.A, ValueClass.B, ValueClass.C);
        assertThat(of(FIRST + 5).valueClass())
                .as("a year ago to the day is too long ago")
                .isNull();
        assertThat(of(FIRST + 5).recency()).isEqualTo(1);
    }

    @Test
    void whatIsDatedLaterIsNotBroughtYet() {
        win(FIRST, today, 100);
        win(FIRST + 1, today.plusDays(40), 9_000);
        win(FIRST, today.plusDays(40), 9_000);
        reckoning.run();
        assertThat(values.bounds().orElseThrow().revenue()).isEqualByComparingTo("100");
        assertThat(values.bounds().orElseThrow().curve()).hasSize(1);
        assertThat(of(FIRST).revenue()).isEqualByComparingTo("100");
        assertThat(of(FIRST).lastOn()).isEqualTo(today);
        assertThat(values.of(FIRST + 1)).isEmpty();
    }

    @Test
    void revenueCountsInTheMomentItArrivesAndNoLongerWhenItIsTakenBack() {
        win(FIRST, today, 900);
        win(FIRST + 1, today, 10);
        reckoning.run();
        assertThat(of(FIRST + 1).valueClass()).isEqualTo(ValueClass.C);
        win(FIRST + 1, today, 900);
        assertThat(of(FIRST + 1).valueClass()).isEqualTo(ValueClass.A);
        database.sql("update opportunity set state = 'OPEN', closed_on = null where customer_id = ? and state = 'WON'")
                .param(FIRST + 1)
                .update();
        assertThat(values.of(FIRST + 1)).isEmpty();
    }

    @Test
    void itIsTimeWhenMuchHasArrivedOrTheRulesHaveChangedAndNotBefore() throws Exception {
        Viewer administrator = accounts.administrator();
        due.due();
        assertThat(due.isDue(clock.instant().minusSeconds(60))).isTrue();
        reckoning.look();
        assertThat(due.isDue(clock.instant().minusSeconds(60))).isFalse();
        win(FIRST, today, 1_000);
        assertThat(due.isDue(clock.instant().minusSeconds(60))).isTrue();
        reckoning.look();
        win(FIRST + 1, today, 50);
        assertThat(due.isDue(clock.instant().minusSeconds(60))).isFalse();
        change(administrator, 12, 80, 80)
                .andExpect(status().is(422))
                .andExpect(content().string(containsString("Classes A and B together bring more than class A alone")));
        change(administrator, 24, 70, 90).andExpect(status().is3xxRedirection());
        assertThat(due.isDue(clock.instant().minusSeconds(60))).isTrue();
        change(accounts.serviceAgent(), 24, 70, 90).andExpect(status().isForbidden());
    }

    @Test
    void thePagesSayIt() throws Exception {
        Viewer manager = accounts.person("service_manager", null);
        mvc.perform(get("/customers/value").with(signedIn(manager)))
                .andExpect(content().string(containsString("Nobody has bought anything yet")));
        win(FIRST, today, 900);
        win(FIRST + 1, today, 100);
        reckoning.run();
        mvc.perform(get("/customers/value").with(signedIn(manager)))
                .andExpect(content().string(containsString("/customers?f.valueClass=A")))
                .andExpect(content().string(containsString("90%")));
        mvc.perform(get("/customers?f.valueClass=A").with(signedIn(manager)))
                .andExpect(content().string(containsString("Buyer " + FIRST)))
                .andExpect(content().string(org.hamcrest.Matchers.not(containsString("Buyer " + (FIRST + 1)))));
        mvc.perform(get("/customers/" + FIRST + "/value").with(signedIn(accounts.serviceAgent())))
                .andExpect(content().string(containsString("value-class-a")))
                .andExpect(content().string(org.hamcrest.Matchers.not(containsString("900"))));
        mvc.perform(get("/customers/value").with(signedIn(accounts.serviceAgent())))
                .andExpect(status().isForbidden());
    }

    private org.springframework.test.web.servlet.ResultActions change(Viewer who, int months, int a, int b)
            throws Exception {
        return mvc.perform(post("/administration/customer-value")
                .param("months", "" + months)
                .param("shareA", "" + a)
                .param("shareB", "" + b)
                .with(csrf())
                .with(signedIn(who)));
    }

    private CustomerValue of(long customer) {
        return values.of(customer).orElseThrow();
    }

    private void win(long customer, LocalDate on, int amount) {
        database.sql(
                        "insert into customer (id, name, created_at, updated_at) values (:id, :name, now(), now()) on conflict do nothing")
                .param("id", customer)
                .param("name", "Buyer " + customer)
                .update();
        long id = FIRST + wins.values().stream().mapToInt(List::size).sum();
        database.sql("""
                        insert into opportunity (id, name, pipeline_id, stage_id, state, customer_id, amount, currency, base_amount,
                            probability, opened_on, closed_on, owner_id, stage_entered_at, created_at, updated_at)
                        select :id, 'Sold', o.pipeline_id, o.stage_id, 'WON', :customer, :amount, o.currency, :amount, 100, :on, :on, o.owner_id,
                            now(), now(), now() from opportunity o order by o.id limit 1""")
                .param("id", id)
                .param("customer", customer)
                .param("amount", amount)
                .param("on", on)
                .update();
        wins.computeIfAbsent(customer, key -> new ArrayList<>()).add(new Win(on, BigDecimal.valueOf(amount)));
    }

    /** Worked out here in another way; the bounds are those of the last reckoning. */
    private void assertThatAllAreWhereTheyBelong() {
        ValueBounds bounds = values.bounds().orElseThrow();
        wins.forEach((customer, all) -> {
            CustomerValue value = of(customer);
            List<Win> counted =
                    all.stream().filter(win -> win.on().isAfter(bounds.since())).toList();
            BigDecimal revenue = counted.stream().map(Win::amount).reduce(BigDecimal.ZERO, BigDecimal::add);
            assertThat(value.revenue()).isEqualByComparingTo(revenue);
            assertThat(value.wins()).isEqualTo(counted.size());
            assertThat(value.lastOn())
                    .isEqualTo(all.stream()
                            .map(Win::on)
                            .max(Comparator.naturalOrder())
                            .orElseThrow());
            assertThat(value.valueClass()).isEqualTo(classOf(revenue, bounds));
            assertThat(value.segment()).isEqualTo(segmentOf(value));
        });
        assertThat(database.sql("select count(*) from customer_value")
                        .query(Long.class)
                        .single())
                .isEqualTo(wins.size());
        assertOrder(value -> value.revenue().longValue(), CustomerValue::monetary);
        assertOrder(CustomerValue::wins, CustomerValue::frequency);
        assertOrder(value -> value.lastOn().toEpochDay(), CustomerValue::recency);
    }

    /** Pareto, without what the product has worked out. */
    private void assertThatClassesBeginWhereTheyShould() {
        LocalDate since = today.minusMonths(12);
        List<BigDecimal> brought = wins.values().stream()
                .map(all -> all.stream()
                        .filter(win -> win.on().isAfter(since))
                        .map(Win::amount)
                        .reduce(BigDecimal.ZERO, BigDecimal::add))
                .filter(revenue -> revenue.signum() > 0)
                .sorted(Comparator.reverseOrder())
                .toList();
        BigDecimal total = brought.stream().reduce(BigDecimal.ZERO, BigDecimal::add);
        ValueBounds bounds = values.bounds().orElseThrow();
        assertThat(bounds.since()).isEqualTo(since);
        assertThat(bounds.revenue()).isEqualByComparingTo(total);
        assertThat(bounds.fromA()).isEqualTo(smallestUntil(brought, total, 80));
        assertThat(bounds.fromB()).isEqualTo(smallestUntil(brought, total, 95));
        assertThat(bounds.curve()).hasSameSizeAs(brought);
    }

    /** What the last of those brings until whom a share of the total is reached; null when nobody brings anything. */
    private static @Nullable BigDecimal smallestUntil(List<BigDecimal> brought, BigDecimal total, int share) {
        BigDecimal reached = BigDecimal.ZERO;
        BigDecimal smallest = null;
        for (BigDecimal revenue : brought) {
            if (reached.multiply(BigDecimal.valueOf(100)).compareTo(total.multiply(BigDecimal.valueOf(share))) >= 0) {
                break;
            }
            reached = reached.add(revenue);
            smallest = revenue.setScale(2);
        }
        return smallest;
    }

    /** Whoever has more has no lower score, and who has the same has the same. */
    private void assertOrder(ToLongFunction<CustomerValue> measure, ToLongFunction<CustomerValue> score) {
        List<CustomerValue> sorted = wins.keySet().stream()
                .map(this::of)
                .sorted(Comparator.comparingLong(measure))
                .toList();
        for (int next = 1; next < sorted.size(); next++) {
            CustomerValue one = sorted.get(next - 1);
            CustomerValue other = sorted.get(next);
            assertThat(score.applyAsLong(other)).isGreaterThanOrEqualTo(score.applyAsLong(one));
            if (measure.applyAsLong(one) == measure.applyAsLong(other)) {
                assertThat(score.applyAsLong(other)).isEqualTo(score.applyAsLong(one));
            }
        }
    }

    private static @Nullable ValueClass classOf(BigDecimal revenue, ValueBounds bounds) {
        if (revenue.signum() <= 0 || bounds.fromA() == null || bounds.fromB() == null) {
            return revenue.signum() <= 0 ? null : ValueClass.C;
        }
        return revenue.compareTo(bounds.fromA()) >= 0
                ? ValueClass.A
                : revenue.compareTo(bounds.fromB()) >= 0 ? ValueClass.B : ValueClass.C;
    }

    private static ValueSegment segmentOf(CustomerValue value) {
        int worth = value.frequency() + value.monetary();
        return switch (value.recency()) {
            case 5, 4 -> worth >= 8 ? ValueSegment.CHAMPION : worth >= 6 ? ValueSegment.LOYAL : ValueSegment.PROMISING;
            case 3 -> worth >= 6 ? ValueSegment.LOYAL : ValueSegment.FADING;
            default -> worth >= 6 ? ValueSegment.AT_RISK : ValueSegment.LOST;
        };
    }
}
