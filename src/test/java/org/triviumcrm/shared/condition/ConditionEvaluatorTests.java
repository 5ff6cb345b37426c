package org.triviumcrm.shared.condition;

import static org.assertj.core.api.Assertions.assertThat;
import static org.triviumcrm.shared.condition.ConditionGroup.Joining.ALL;
import static org.triviumcrm.shared.condition.ConditionGroup.Joining.ANY;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class ConditionEvaluatorTests {

    private static final Map<String, FieldKind> KINDS = Map.ofEntries(
            Map.entry("money", FieldKind.MONEY),
            Map.entry("number", FieldKind.NUMBER),
            Map.entry("percent", FieldKind.PERCENT),
            Map.entry("date", FieldKind.DATE),
            Map.entry("text", FieldKind.TEXT),
            Map.entry("choice", FieldKind.CHOICE),
            Map.entry("several", FieldKind.SEVERAL),
            Map.entry("team", FieldKind.TEAM),
            Map.entry("tree", FieldKind.TREE),
            Map.entry("person", FieldKind.PERSON),
            Map.entry("record", FieldKind.RECORD),
            Map.entry("boolean", FieldKind.BOOLEAN));

    private static final Map<String, Object> VALUES = Map.ofEntries(
            Map.entry("money", new BigDecimal("500000.00")),
            Map.entry("number", new BigDecimal("7")),
            Map.entry("percent", new BigDecimal("12.5")),
            Map.entry("date", LocalDate.of(2026, 11, 25)),
            Map.entry("text", "上海 Marchetti AG"),
            Map.entry("choice", "software"),
            Map.entry("team", 11L),
            Map.entry("tree", 11L),
            Map.entry("person", 42L),
            Map.entry("record", 42L),
            Map.entry("boolean", true),
            Map.entry("several", "7 12"));

    /** Something readable for each kind. */
    private static final Map<FieldKind, String> SOME = new EnumMap<>(Map.ofEntries(
            Map.entry(FieldKind.MONEY, "1"),
            Map.entry(FieldKind.NUMBER, "1"),
            Map.entry(FieldKind.PERCENT, "1"),
            Map.entry(FieldKind.DATE, "2026-01-01"),
            Map.entry(FieldKind.TEXT, "x"),
            Map.entry(FieldKind.CHOICE, "x"),
            Map.entry(FieldKind.TEAM, "10"),
            Map.entry(FieldKind.TREE, "10"),
            Map.entry(FieldKind.PERSON, "1"),
            Map.entry(FieldKind.RECORD, "1"),
            Map.entry(FieldKind.BOOLEAN, "true"),
            Map.entry(FieldKind.SEVERAL, "7")));

    /** Of teams 10 is above the others, of the tree 12. */
    private final ConditionEvaluator evaluator = new ConditionEvaluator(
            KINDS, (field, id) -> id == (field.equals("team") ? 10 : 12) ? Set.of(10L, 11L, 12L) : Set.of(id));

    @ParameterizedTest
    @CsvSource({
        "record,  IS,          42,               true",
        "record,  NONE_OF,     42,               false",
        "record,  AT_LEAST,    42,               false",
        "several, ONE_OF,      12,               true",
        "several, ONE_OF,      1,                false",
        "several, NONE_OF,     7,                false",
        "several, NONE_OF,     1,                true",
        "several, CONTAINS,    7,                false",
        "money,   IS,          500000,           true",
        "money,   IS,          500000.01,        false",
        "money,   IS_NOT,      500000.01,        true",
        "money,   AT_LEAST,    500000,           true",
        "money,   MORE_THAN,   500000,           false",
        "money,   MORE_THAN,   499999.99,        true",
        "money,   AT_MOST,     500000,           true",
        "money,   LESS_THAN,   500000,           false",
        "money,   LESS_THAN,   500000.01,        true",
        "money,   AT_LEAST,    many,             false",
        "money,   AT_MOST,     '500,000',        false",
        "money,   AT_LEAST,    1e3,              false",
        "number,  IS,          7.00,             true",
        "percent, MORE_THAN,   12,               true",
        "date,    AT_LEAST,    2026-11-25,       true",
        "date,    MORE_THAN,   2026-11-25,       false",
        "date,    LESS_THAN,   2026-12-01,       true",
        "date,    LESS_THAN,   2026-02-30,       false",
        "text,    CONTAINS,    marchetti,        true",
        "text,    CONTAINS,    上海,              true",
        "text,    CONTAINS,    北京,              false",
        "text,    IS,          '上海 marchetti ag', true",
        "text,    ONE_OF,      'x|上海 Marchetti AG', true",
        "choice,  ONE_OF,      hardware|software, true",
        "choice,  NONE_OF,     hardware|software, false",
        "choice,  NONE_OF,     hardware|farming,  true",
        "team,    IS,          11,               true",
        "team,    IS,          10,               false",
        "team,    AT_OR_BELOW, 10,               true",
        "team,    AT_OR_BELOW, 11,               true",
        "team,    AT_OR_BELOW, 12,               false",
        "tree,    AT_OR_BELOW, 12,               true",
        "tree,    AT_OR_BELOW, 10,               false",
        "tree,    ONE_OF,      10|11,            true",
        "tree,    IS_NOT,      12,               true",
        "person,  ONE_OF,      41|42,            true",
        "person,  IS_NOT,      42,               false",
        "boolean, IS,          true,             true",
        "boolean, IS,          false,            false",
        "boolean, IS_NOT,      false,            true",
        "boolean, IS,          yes,              false",
        "money,   CONTAINS,    5,                false",
        "text,    AT_LEAST,    a,                false",
        "gone,    IS_NOT,      a,                false",
        "money,   UNKNOWN,     '',               false"
    })
    void comparesEachKindInItsWay(String field, Comparison comparison, String values, boolean holds) {
        Condition condition =
                new Condition(field, comparison, values.isEmpty() ? List.of() : List.of(values.split("[|]")));

        assertThat(evaluator.holds(condition, VALUES)).isEqualTo(holds);
    }

    @ParameterizedTest
    @EnumSource(Comparison.class)
    void whatIsUnknownMatchesNothingButTheQuestionForIt(Comparison comparison) {
        KINDS.forEach((field, kind) -> {
            if (comparison.suits(kind)) {
                Condition condition = new Condition(field, comparison, SOME.get(kind));
                assertThat(evaluator.holds(condition, Map.of())).isEqualTo(comparison == Comparison.UNKNOWN);
                if (kind == FieldKind.TEXT) {
                    assertThat(evaluator.holds(condition, Map.of(field, " ")))
                            .isEqualTo(comparison == Comparison.UNKNOWN);
                }
            }
        });
    }

    @Test
    void aValueOfTheWrongClassMatchesNothing() {
        assertThat(evaluator.holds(new Condition("money", Comparison.IS_NOT, "1"), Map.of("money", "2")))
                .isFalse();
    }

    @Test
    void groupsJoinWhatIsInThem() {
        Condition yes = new Condition("number", Comparison.IS, "7");
        Condition no = new Condition("number", Comparison.IS, "8");
        assertThat(evaluator.holds(ConditionGroup.ALWAYS, Map.of())).isTrue();
        assertThat(evaluator.holds(ConditionGroup.all(yes, no), VALUES)).isFalse();
        assertThat(evaluator.holds(ConditionGroup.any(no, yes), VALUES)).isTrue();
        assertThat(evaluator.holds(ConditionGroup.any(no, no), VALUES)).isFalse();
        assertThat(evaluator.holds(new ConditionGroup(ALL, List.of(yes), List.of(ConditionGroup.any(no, yes))), VALUES))
                .isTrue();
        assertThat(evaluator.holds(new ConditionGroup(ANY, List.of(no), List.of(ConditionGroup.all(yes, no))), VALUES))
                .isFalse();
    }

    /** Learning a value can only answer a question; with none known nothing but the question for unknown ones holds. */
    @Property
    void nothingHoldsForARecordOfWhichNothingIsKnown(@ForAll("groups") ConditionGroup group) {
        assertThat(evaluator.holds(group, new HashMap<>())).isFalse();
    }

    @Provide
    static Arbitrary<ConditionGroup> groups() {
        Arbitrary<Condition> conditions = Arbitraries.of(KINDS.keySet())
                .flatMap(field -> Arbitraries.of(Comparison.of(KINDS.get(field)))
                        .filter(comparison -> comparison != Comparison.UNKNOWN)
                        .map(comparison -> new Condition(field, comparison, SOME.get(KINDS.get(field)))));
        Arbitrary<List<Condition>> some = conditions.list().ofMinSize(1).ofMaxSize(3);
        Arbitrary<ConditionGroup> flat =
                some.flatMap(list -> Arbitraries.of(ALL, ANY).map(j -> new ConditionGroup(j, list, List.of())));
        return flat.list()
                .ofMaxSize(2)
                .flatMap(inner -> flat.map(outer -> new ConditionGroup(outer.joining(), outer.conditions(), inner)));
    }

    @ParameterizedTest
    @CsvSource({
        "gone,   IS,       a,             FIELD_GONE",
        "money,  CONTAINS, 5,             UNSUITABLE",
        "money,  AT_LEAST, '',            VALUE_MISSING",
        "money,  AT_LEAST, ' ',           VALUE_MISSING",
        "money,  AT_LEAST, 1|2,           TOO_MANY",
        "money,  UNKNOWN,  1,             TOO_MANY",
        "money,  AT_LEAST, a lot,         VALUE_UNREADABLE",
        "date,   IS,       25.11.2026,    VALUE_UNREADABLE",
        "team,   ONE_OF,   1|West,        VALUE_UNREADABLE",
        "money,  AT_LEAST, 500000,        ",
        "choice, ONE_OF,   a|b,           ",
        "text,   UNKNOWN,  '',            "
    })
    void namesWhatIsWrongWithACondition(
            String field, Comparison comparison, String values, ConditionProblems.Kind problem) {
        Condition condition =
                new Condition(field, comparison, values.isEmpty() ? List.of() : List.of(values.split("[|]")));

        assertThat(new ConditionProblems(KINDS).of(condition)).isEqualTo(problem);
    }

    @Test
    void namesWhatIsWrongWithGroups() {
        ConditionGroup inner = ConditionGroup.all(new Condition("gone", Comparison.IS, "1"));
        for (int depth = 1; depth < ConditionProblems.DEEPEST; depth++) {
            inner = new ConditionGroup(ALL, List.of(), List.of(inner, ConditionGroup.any()));
        }
        ConditionProblems problems = new ConditionProblems(KINDS);
        assertThat(problems.of(ConditionGroup.ALWAYS)).isEmpty();
        assertThat(problems.of(inner))
                .extracting(ConditionProblems.Problem::kind)
                .containsExactly(
                        ConditionProblems.Kind.FIELD_GONE,
                        ConditionProblems.Kind.EMPTY_GROUP,
                        ConditionProblems.Kind.EMPTY_GROUP);
        assertThat(problems.of(new ConditionGroup(ANY, List.of(), List.of(inner))))
                .extracting(ConditionProblems.Problem::kind)
                .contains(ConditionProblems.Kind.TOO_DEEP);
    }
}
