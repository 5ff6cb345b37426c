package org.triviumcrm.customer.value;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;
import static org.triviumcrm.testing.Accounts.signedIn;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.function.ToLongFunction;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import org.triviumcrm.customer.CustomerMeasure;
import org.triviumcrm.customer.ValueSegment;
import org.triviumcrm.identity.Viewer;
import org.triviumcrm.shared.list.ListReader;
import org.triviumcrm.testing.Accounts;
import org.triviumcrm.testing.IntegrationTest;
import org.triviumcrm.testing.SampleCompany;

/** The grid of recency and frequency, by each measure: what its definition says, and each square leads to as many customers as it counts. */
@IntegrationTest
class ValueGridTests {

    private static final long FIRST = 990_000;
    private static final Pattern SQUARE =
            Pattern.compile("href=\"(/customers\\?f\\.(\\w+)Square=(\\d)-(\\d))\"[^>]*>([\\d,]+)<");
    private static final Pattern ROW = Pattern.compile("<a [^>]*href=\"/customers/(\\d+)\"");

    @Autowired
    MockMvc mvc;

    @Autowired
    JdbcClient database;

    @Autowired
    WorthRepository worth;

    @Autowired
    ValueReckoning reckoning;

    @Autowired
    Accounts accounts;

    @Autowired
    SampleCompany company;

    @Autowired
    Clock clock;

    private LocalDate today;

    @BeforeEach
    void company() {
        company.found();
        today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
        database.sql("update opportunity set customer_id = null where state = 'WON'")
                .update();
    }

    /** What came in from a customer on a day; below zero what went out. */
    private record Brought(long customer, LocalDate on, int amount) {}

    /** The same of a customer within the time; a time is a day on which more came in than went out. */
    private record Sum(long amount, long times, long daysAgo) {}

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void everybodyIsInTheFifthsOfTheirNumbers(long seed) {
        List<Brought> all = some(seed, 60);
        CustomerMeasure measure = receipts(all);
        worth.reckon(measure, SaveValueRules.USUAL, today.minusMonths(12), today, clock.instant());
        Map<Long, Sum> sums = sums(all);
        List<Sum> bringing =
                sums.values().stream().filter(sum -> sum.times() > 0).toList();
        Map<Long, String> expected = new TreeMap<>();
        sums.forEach((customer, sum) -> {
            if (sum.times() == 0) {
                expected.put(customer, "null null null null");
                return;
            }
            long recency = 6 - fifth(bringing, Sum::daysAgo, sum.daysAgo());
            long frequency = fifth(bringing, Sum::times, sum.times());
            long monetary = fifth(bringing, Sum::amount, sum.amount());
            expected.put(
                    customer,
                    recency + " " + frequency + " " + monetary + " " + segment(recency, frequency + monetary));
        });
        assertThat(found()).isEqualTo(expected);
        all.remove(0);
        worth.reckon(receipts(all), SaveValueRules.USUAL, today.minusMonths(12), today, clock.instant());
        assertThat(found().keySet()).isEqualTo(sums(all).keySet());
    }

    @Test
    void eachSquareLeadsToThoseThatItCounts() throws Exception {
        List<Brought> all = some(11, 300);
        all.stream().filter(one -> one.amount() > 0).forEach(this::sold);
        reckoning.run();
        worth.reckon(receipts(all), SaveValueRules.USUAL, today.minusMonths(12), today, clock.instant());
        Viewer manager = accounts.person("sales_manager", null);
        assertThat(squares(manager, "/customers/value", "value")).hasSizeGreaterThan(8);
        assertThat(squares(manager, "/customers/value?measure=RECEIPTS", "receipts"))
                .hasSizeGreaterThan(8);
        assertThat(page(manager, "/customers/value?measure=RECEIPTS")).contains("f.receiptsSegment=CHAMPION");
        assertThat(rows(manager, "/customers?f.receiptsSegment=CHAMPION").size())
                .isEqualTo(database.sql(
                                "select count(*) from customer_worth where measure = 'RECEIPTS' and segment = 'CHAMPION'")
                        .query(Integer.class)
                        .single());
        assertThat(page(manager, "/customers?f.receiptsSquare=5-5")).contains("Recency and frequency by receipts");
        assertThat(rows(manager, "/customers?f.receiptsSquare=9-9")).isEmpty();
        assertThat(rows(manager, "/customers?f.receiptsSquare=5-5%27")).isEmpty();
    }

    /** By what the page counts; each list is as long. */
    private Map<String, Integer> squares(Viewer viewer, String path, String key) throws Exception {
        Map<String, Integer> squares = new TreeMap<>();
        Matcher square = SQUARE.matcher(page(viewer, path));
        while (square.find()) {
            assertThat(square.group(2)).isEqualTo(key);
            int counted = Integer.parseInt(square.group(5).replace(",", ""));
            squares.put(square.group(3) + square.group(4), counted);
            assertThat(rows(viewer, square.group(1) + "&size=200"))
                    .as(square.group(1))
                    .hasSize(counted);
        }
        return squares;
    }

    private List<Long> rows(Viewer viewer, String path) throws Exception {
        return ROW.matcher(page(viewer, path))
                .results()
                .map(row -> Long.valueOf(row.group(1)))
                .filter(id -> id >= FIRST)
                .distinct()
                .toList();
    }

    private String page(Viewer viewer, String path) throws Exception {
        return mvc.perform(get(java.net.URI.create(path)).with(signedIn(viewer)))
                .andExpect(status().isOk())
                .andReturn()
                .getResponse()
                .getContentAsString(StandardCharsets.UTF_8);
    }

    private List<Brought> some(long seed, int many) {
        Random random = new Random(seed);
        List<Brought> all = new ArrayList<>();
        for (int n = 0; n < many; n++) {
            long customer = FIRST + random.nextInt(Math.max(1, many / 4));
            database.sql("insert into customer (id, name, created_at, updated_at) values (:id, 'Buyer', now(), now())"
                            + " on conflict do nothing")
                    .param("id", customer)
                    .update();
            all.add(new Brought(
                    customer,
                    today.minusDays(random.nextInt(20) * 25L),
                    random.nextInt(5) == 0 ? -random.nextInt(300) : random.nextInt(9) * 100));
        }
        return all;
    }

    private Map<Long, Sum> sums(List<Brought> all) {
        LocalDate since = today.minusMonths(12);
        return all.stream()
                .filter(one -> one.on().isAfter(since))
                .collect(Collectors.groupingBy(
                        Brought::customer, Collectors.collectingAndThen(Collectors.toList(), some -> {
                            Map<LocalDate, Long> days = some.stream()
                                    .collect(Collectors.groupingBy(
                                            Brought::on, Collectors.summingLong(Brought::amount)));
                            List<LocalDate> times = days.keySet().stream()
                                    .filter(day -> days.get(day) > 0)
                                    .sorted()
                                    .toList();
                            return new Sum(
                                    days.values().stream()
                                            .mapToLong(Long::longValue)
                                            .sum(),
                                    times.size(),
                                    times.isEmpty()
                                            ? -1
                                            : today.toEpochDay()
                                                    - times.get(times.size() - 1)
                                                            .toEpochDay());
                        })));
    }

    /** In which fifth of all a number is, from 1; equal numbers are in the same, the lowest that they reach. */
    private static long fifth(List<Sum> all, ToLongFunction<Sum> number, long one) {
        long[] sorted = all.stream().mapToLong(number).sorted().toArray();
        long fifth = 1;
        for (int bound = 1; bound < 5; bound++) {
            if (one > sorted[(bound * sorted.length + 4) / 5 - 1]) {
                fifth++;
            }
        }
        return fifth;
    }

    private static ValueSegment segment(long recency, long worth) {
        return switch ((int) recency) {
            case 5, 4 -> worth >= 8 ? ValueSegment.CHAMPION : worth >= 6 ? ValueSegment.LOYAL : ValueSegment.PROMISING;
            case 3 -> worth >= 6 ? ValueSegment.LOYAL : ValueSegment.FADING;
            default -> worth >= 6 ? ValueSegment.AT_RISK : ValueSegment.LOST;
        };
    }

    private Map<Long, String> found() {
        return database
                .sql(
                        "select customer_id, recency, frequency, monetary, segment from customer_worth where measure = 'RECEIPTS'")
                .query((row, n) -> Map.entry(
                        row.getLong(1),
                        row.getString(2) + " " + row.getString(3) + " " + row.getString(4) + " " + row.getString(5)))
                .list()
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    private void sold(Brought one) {
        database.sql("""
                        insert into opportunity (id, name, pipeline_id, stage_id, state, customer_id, amount, currency, base_amount,
                            probability, opened_on, closed_on, owner_id, stage_entered_at, created_at, updated_at)
                        select nextval('opportunity_seq') + 990000, 'Sold', o.pipeline_id, o.stage_id, 'WON', :customer, :amount, o.currency, :amount,
                            100, :on, :on, o.owner_id, now(), now(), now() from opportunity o order by o.id limit 1""")
                .param("customer", one.customer())
                .param("amount", BigDecimal.valueOf(one.amount()))
                .param("on", one.on())
                .update();
    }

    private static CustomerMeasure receipts(List<Brought> all) {
        String rows = all.stream()
                .map(one -> "(cast(%d as bigint), cast('%s' as date), cast(%d as numeric))"
                        .formatted(one.customer(), one.on(), one.amount()))
                .collect(Collectors.joining(", "));
        String sql = "select * from (values " + rows + ") m (customer_id, brought_on, base_amount)";
        return new CustomerMeasure() {
            @Override
            public String key() {
                return "RECEIPTS";
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
}
