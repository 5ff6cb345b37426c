package org.triviumcrm.customer.segment;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.triviumcrm.customer.CustomerAttribute;
import org.triviumcrm.customer.CustomerAttributes;
import org.triviumcrm.customer.CustomerBehaviour;
import org.triviumcrm.customer.NewFields;
import org.triviumcrm.identity.Viewer;
import org.triviumcrm.shared.condition.Comparison;
import org.triviumcrm.shared.condition.Condition;
import org.triviumcrm.shared.condition.ConditionEvaluator;
import org.triviumcrm.shared.condition.ConditionGroup;
import org.triviumcrm.shared.condition.ConditionGroup.Joining;
import org.triviumcrm.shared.condition.ConditionSql;
import org.triviumcrm.shared.condition.FieldKind;
import org.triviumcrm.shared.condition.Happening;
import org.triviumcrm.testing.Accounts;
import org.triviumcrm.testing.IntegrationTest;

/** The SQL of conditions finds whom the conditions mean. */
@IntegrationTest
class SegmentSqlTests {

    private static final Viewer ALL = Viewer.job("tests");
    private static final long FIRST = 990_000;
    private static final int MANY = 60;

    private static final Map<String, FieldKind> KINDS = Map.of(
            "name", FieldKind.TEXT,
            "industry", FieldKind.CHOICE,
            "employees", FieldKind.NUMBER,
            "foundedYear", FieldKind.NUMBER,
            "noEmail", FieldKind.BOOLEAN,
            "customTrades", FieldKind.SEVERAL,
            "createdAt", FieldKind.DATE);

    @Autowired
    CustomerAttributes attributes;

    @Autowired
    SegmentConditions conditions;

    @Autowired
    NewFields fields;

    @Autowired
    Accounts accounts;

    @Autowired
    JdbcClient database;

    private final Random random = new Random(26);
    private final Map<Long, Map<String, Object>> customers = new HashMap<>();

    @BeforeEach
    void someCustomers() {
        List<NewFields.Wish> wishes = List.of(new NewFields.Wish("trades", org.triviumcrm.customer.FieldKind.CHOICES));
        assertThat(fields.add(accounts.administrator(), "customer", wishes)).containsExactly("customTrades");
        for (long id = FIRST; id < FIRST + MANY; id++) {
            Map<String, Object> values = new HashMap<>();
            values.put(
                    "name", pick("Acme", "acme ", "Bolt & Söhne", "苏州机械") + (random.nextBoolean() ? "" : " " + id % 7));
            some(values, "industry", pick("Retail", "Finance"));
            some(values, "employees", BigDecimal.valueOf(random.nextInt(5)));
            some(values, "foundedYear", BigDecimal.valueOf(2000 + random.nextInt(4)));
            values.put("noEmail", random.nextBoolean());
            some(values, "customTrades", pick("steel", "wood", "steel wood", "glass"));
            LocalDate day = LocalDate.of(2026, 11, 1 + random.nextInt(5));
            values.put("createdAt", day);
            database.sql("""
                            insert into customer (id, name, industry, employees, founded_year, no_email, custom, created_at, updated_at)
                            values (:id, :name, :industry, :employees, :founded, :noEmail,
                                case when :trades = '' then '{}' else jsonb_build_object('trades', string_to_array(:trades, ' ')) end, cast(:day as date) + time '12:00', now())""")
                    .param("id", id)
                    .param("name", values.get("name"))
                    .param("industry", values.get("industry"))
                    .param("employees", values.get("employees"))
                    .param("founded", values.get("foundedYear"))
                    .param("noEmail", values.get("noEmail"))
                    .param("trades", values.getOrDefault("customTrades", ""))
                    .param("day", day)
                    .update();
            customers.put(id, values);
        }
    }

    @Test
    void findsThoseOfWhomTheConditionsHoldWhateverTheyAre() {
        ConditionEvaluator evaluator = new ConditionEvaluator(KINDS, (field, id) -> Set.of(id));
        int found = 0;
        for (int round = 0; round < 400; round++) {
            ConditionGroup group = group(1);
            Set<Long> meant = customers.entrySet().stream()
                    .filter(one -> evaluator.holds(group, one.getValue()))
                    .map(Map.Entry::getKey)
                    .collect(Collectors.toSet());
            assertThat(matching(group)).as("%s", group).isEqualTo(meant);
            found += meant.size();
        }
        assertThat(found).as("conditions that hold for some").isGreaterThan(1_000);
    }

    @Test
    void whatModulesDeclareCanBeAsked() {
        List<CustomerAttribute> known =
                List.copyOf(attributes.attributes(ALL, Locale.ENGLISH).values());
        assertThat(known).extracting(CustomerAttribute::key).contains("industry", "valueClass", "wonAmount");
        for (CustomerAttribute one : known) {
            for (Comparison comparison : Comparison.of(one.field().kind())) {
                List<String> values = comparison.needed() == 0
                        ? List.of()
                        : List.of(value(one.field().kind()));
                matching(ConditionGroup.all(new Condition(one.key(), comparison, values)));
            }
        }
        List<CustomerBehaviour> behaviours =
                List.copyOf(attributes.behaviours(ALL, Locale.ENGLISH).values());
        assertThat(behaviours)
                .extracting(CustomerBehaviour::key)
                .contains("bought", "signed", "attended", "asked", "answered", "spoken", "opened");
        Map<String, String> things = Map.of("spoken", "CALL", "opened", "QUOTE");
        for (CustomerBehaviour one : behaviours) {
            String thing = one.field().thing() == null ? "" : things.getOrDefault(one.key(), "990001");
            for (Comparison comparison : Comparison.of(FieldKind.EVENTS)) {
                Set<Long> ever = matching(happened(one.key(), comparison, 0, new Happening("", "")));
                Set<Long> thing2 = matching(happened(one.key(), comparison, 2, new Happening(thing, "30")));
                assertThat(ever).hasSize(MANY);
                assertThat(thing2).hasSize(comparison == Comparison.AT_MOST ? MANY : 0);
            }
        }
    }

    @Test
    void countsWhatHappenedOfAThingAndWithinDays() {
        database.sql(
                        "insert into ticket_queue (id, name, position, assignment, created_at, updated_at) values (990001, 'Help', 9, 'BY_HAND', now(), now()) on conflict do nothing")
                .update();
        long busy = FIRST;
        long quiet = FIRST + 1;
        ticket(990_001, busy, 5);
        ticket(990_002, busy, 40);
        ticket(990_003, busy, 400);
        ticket(990_004, quiet, 40);
        assertThat(matching(happened("asked", Comparison.AT_LEAST, 1, Happening.EVER)))
                .containsExactlyInAnyOrder(busy, quiet);
        assertThat(matching(happened("asked", Comparison.AT_LEAST, 3, Happening.EVER)))
                .containsExactly(busy);
        assertThat(matching(happened("asked", Comparison.IS, 1, new Happening("", "90"))))
                .containsExactly(quiet);
        assertThat(matching(happened("asked", Comparison.AT_LEAST, 1, new Happening("", "30"))))
                .containsExactly(busy);
        assertThat(matching(happened("asked", Comparison.IS, 0, Happening.EVER)))
                .hasSize(MANY - 2);
        assertThat(matching(happened("asked", Comparison.AT_MOST, 1, new Happening("", "90"))))
                .hasSize(MANY - 1)
                .doesNotContain(busy);
        assertThat(matching(happened("asked", Comparison.AT_LEAST, 1, new Happening("123456", ""))))
                .isEmpty();
    }

    private void ticket(long id, long customer, int daysAgo) {
        database.sql("""
                        insert into ticket (id, name, status, priority, channel, queue_id, customer_id, status_since, created_at, updated_at)
                        values (:id, 'It does not start', 'OPEN', 'NORMAL', 'PHONE', 990001, :customer, now(),
                            now() - :days * interval '1 day', now())""")
                .param("id", id)
                .param("customer", customer)
                .param("days", daysAgo)
                .update();
    }

    private static ConditionGroup happened(String key, Comparison comparison, int times, Happening happening) {
        return ConditionGroup.all(new Condition(key, comparison, List.of(String.valueOf(times)), happening));
    }

    private Set<Long> matching(ConditionGroup group) {
        Set<Long> found = found(conditions.matching(group));
        assertThat(found(conditions.matchingFew(group)))
                .as("a sample of %s", group)
                .isEqualTo(found);
        return found;
    }

    private Set<Long> found(ConditionSql.Matching matching) {
        return new HashSet<>(
                database.sql("select f.id from (" + matching.ids() + ") f where f.id between :first and :last")
                        .params(matching.parameters())
                        .param("first", FIRST)
                        .param("last", FIRST + MANY - 1)
                        .query(Long.class)
                        .list());
    }

    private ConditionGroup group(int depth) {
        List<Condition> some = new ArrayList<>();
        int many = 1 + random.nextInt(3);
        for (int one = 0; one < many; one++) {
            some.add(condition());
        }
        List<ConditionGroup> inner = depth < 3 && random.nextInt(3) == 0 ? List.of(group(depth + 1)) : List.of();
        return new ConditionGroup(random.nextBoolean() ? Joining.ALL : Joining.ANY, some, inner);
    }

    private Condition condition() {
        List<String> keys = List.copyOf(new TreeSet<>(KINDS.keySet()));
        String key = keys.get(random.nextInt(keys.size()));
        List<Comparison> suitable = Comparison.of(KINDS.get(key));
        Comparison comparison = suitable.get(random.nextInt(suitable.size()));
        List<String> values = new ArrayList<>();
        for (int one = 0; one < (comparison.takesMany() ? 2 : comparison.needed()); one++) {
            values.add(
                    switch (key) {
                        case "name" -> pick("acme", "ACME 3", "söhne", "机械", "bolt & söhne");
                        case "industry" -> pick("Retail", "Finance", "Mining");
                        case "employees" -> pick("0", "2", "3.0");
                        case "foundedYear" -> pick("2001", "2003");
                        case "customTrades" -> pick("steel", "wood", "stone");
                        case "noEmail" -> pick("true", "false");
                        default -> pick("2026-11-02", "2026-11-04");
                    });
        }
        return new Condition(key, comparison, values);
    }

    private static String value(FieldKind kind) {
        return switch (kind) {
            case MONEY, NUMBER, PERCENT, EVENTS -> "3";
            case DATE -> "2026-11-02";
            case TREE, TEAM, PERSON, RECORD -> "990001";
            case BOOLEAN -> "true";
            case TEXT, CHOICE, SEVERAL -> "A";
        };
    }

    private void some(Map<String, Object> values, String key, Object value) {
        if (random.nextInt(4) > 0) {
            values.put(key, value);
        }
    }

    private String pick(String... some) {
        return some[random.nextInt(some.length)];
    }
}
