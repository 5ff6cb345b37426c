package org.triviumcrm.marketing.mining.tree;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.triviumcrm.marketing.mining.measure.Share;

/** On every tenth call of a bank, and on customers of a telephone company that are drawn by lot. */
class MinerTests {

    @Test
    void tellsBetterThanLotsWithoutTheDurationOfTheCall() throws IOException {
        Mined mined = mine(bank("bank-additional", Set.of("duration")));

        assertThat(mined.auc()).isBetween(0.72, 0.82);
        assertThat(mined.curve().auc()).isBetween(0.72, 0.82);
        assertThat(mined.forest()).isGreaterThan(0.74);
        assertThat(mined.checks()).noneMatch(AttributeCheck::leaks);
        assertThat(mined.curve().count()).isEqualTo(Math.round(4118 / 3.0));
        assertThat(mined.checked().stream().mapToLong(Share::count).sum())
                .isEqualTo(mined.curve().count());
        assertThat(mined.tried()).anySatisfy(one -> assertThat(one.depth()).isEqualTo(mined.depth()));
        assertThat(mine(bank("bank", Set.of("duration"))).auc()).isGreaterThan(0.66);
    }

    @Test
    void warnsOfWhatIsKnownAfterTheOutcomeOnly() throws IOException {
        for (String file : List.of("bank-additional", "bank")) {
            Mined mined = mine(bank(file, Set.of()));

            assertThat(mined.checks().stream().filter(AttributeCheck::leaks).map(AttributeCheck::key))
                    .containsExactly("duration");
            assertThat(mined.auc()).isGreaterThan(0.83);
        }
    }

    @Test
    void saysThatRandomFoldsFlatter() throws IOException {
        Mined mined = mine(bank("bank-additional", Set.of("duration")));

        Mined.InTime time = Objects.requireNonNull(mined.time());
        assertThat(time.auc()).isLessThan(mined.auc() - 0.08);
        assertThat(time.later().value()).isGreaterThan(4 * time.earlier().value());
    }

    @Test
    void givesTheSameForTheSameSeed() throws IOException {
        Sample sample = bank("bank-additional", Set.of("duration"));
        MiningSettings balanced = new MiningSettings(null, null, true, 7);

        assertThat(new Miner(sample, balanced, (stage, percent) -> {}, 1).mine().tree())
                .isEqualTo(new Miner(sample, balanced, (stage, percent) -> {}, 2)
                        .mine()
                        .tree());
    }

    /** Weights change which questions are asked; what leaves say stays the share of people. */
    @Test
    void keepsSharesTrueWithWeights() throws IOException {
        Mined mined = new Miner(
                        bank("bank-additional", Set.of("duration")),
                        new MiningSettings(4, 50, true, 1),
                        (stage, percent) -> {},
                        2)
                .mine();

        assertThat(mined.curve().calibration(5))
                .allSatisfy(group ->
                        assertThat(group.expected()).isCloseTo(group.share().value(), within(0.12)));
    }

    /** The example: young people in sales with a monthly bill of 150 to 200 and an income of 3,000 to 5,000 take it nine times in ten. */
    @Test
    void findsTheTelephoneExampleAsOneRule() {
        Sample sample = telephone(new Random(11), 30_000);
        Mined mined = mine(sample);

        Map<Integer, Rule> rules = mined.tree().rules();
        int best = rules.keySet().stream()
                .max((one, other) -> Double.compare(
                        share(mined, one).value(), share(mined, other).value()))
                .orElseThrow();
        assertThat(share(mined, best).covers(0.9)).isTrue();
        assertThat(mined.checked().get(best).covers(0.9)).isTrue();
        assertThat(share(mined, best).count()).isGreaterThan(300);
        Rule rule = Objects.requireNonNull(rules.get(best));
        assertThat(rule.conditions().stream()
                        .map(one -> sample.attributes().get(one.attribute()).key()))
                .containsExactlyInAnyOrder("age", "occupation", "bill", "income");
        for (Condition condition : rule.conditions()) {
            switch (sample.attributes().get(condition.attribute()).key()) {
                case "age" -> assertBounds(condition, 19, 30, 1);
                case "bill" -> assertBounds(condition, 150, 200, 3);
                case "income" -> assertBounds(condition, 3_000, 5_000, 100);
                default -> assertThat(condition.only()).isEqualTo("sales");
            }
        }
        assertThat(mined.auc()).isGreaterThan(0.62);
    }

    @Test
    void warnsOfWhatIsFilledOnlyWhenTheAnswerIsYes() {
        Random random = new Random(5);
        List<Attribute> attributes =
                List.of(new Attribute("discount", AttributeKind.NUMBER), new Attribute("age", AttributeKind.WHOLE));
        Sample.Builder rows = new Sample.Builder(attributes);
        for (int i = 0; i < 2_000; i++) {
            boolean yes = random.nextInt(5) == 0;
            double discount = yes && random.nextInt(3) == 0 ? random.nextInt(50) : Double.NaN;
            rows.add(row(Map.of(0, discount, 1, (double) random.nextInt(60))), yes, i);
        }
        List<AttributeCheck> checks = Miner.check(rows.build(), 1);

        assertThat(checks.get(0).leak()).isEqualTo(AttributeCheck.Leak.FILLED_BY_YES);
        assertThat(checks.get(0).sparse()).isTrue();
        assertThat(checks.get(1).leak()).isEqualTo(AttributeCheck.Leak.NONE);
        assertThat(checks.get(1).filled()).isEqualTo(1);
    }

    /** One kind of customers among ten never says yes, one of nine always does, and neither tells much of all others. */
    @Test
    void warnsOfValuesWithOneAnswerOnly() {
        Random random = new Random(7);
        List<Attribute> attributes = List.of(
                new Attribute("kind", AttributeKind.CHOICE),
                new Attribute("closed", AttributeKind.NUMBER),
                new Attribute("honest", AttributeKind.CHOICE),
                new Attribute("rare", AttributeKind.CHOICE));
        Sample.Builder rows = new Sample.Builder(attributes);
        for (int i = 0; i < 6_000; i++) {
            boolean yes = random.nextInt(5) == 0;
            String kind = yes && i % 12 == 0 ? "always" : "other" + i % 7;
            double closed = !yes && random.nextInt(10) == 0 ? random.nextInt(50) : Double.NaN;
            String honest = "h" + (random.nextInt(100) < 3 ? 0 : i % 9);
            String rare = !yes && random.nextInt(200) == 0 ? "rare" : "usual";
            Map<Integer, Object> known = new java.util.HashMap<>();
            known.put(0, kind);
            known.put(1, closed);
            known.put(2, honest);
            known.put(3, rare);
            rows.add(mixed(known), yes, i);
        }
        List<AttributeCheck> checks = Miner.check(rows.build(), 1);
        assertThat(checks.get(0).auc()).isLessThan(0.6);
        assertThat(checks.get(0).leak()).isEqualTo(AttributeCheck.Leak.ONE_ANSWER);
        assertThat(checks.get(1).auc()).isLessThan(0.7);
        assertThat(checks.get(1).leak()).isEqualTo(AttributeCheck.Leak.FILLED_BY_NO);
        assertThat(checks.get(2).leak()).isEqualTo(AttributeCheck.Leak.NONE);
        assertThat(checks.get(3).leak()).as("thirty noes may be chance").isEqualTo(AttributeCheck.Leak.NONE);
    }

    private static Row mixed(Map<Integer, Object> known) {
        return new Row() {
            @Override
            public double number(int attribute) {
                return (double) known.get(attribute);
            }

            @Override
            public String text(int attribute) {
                return (String) known.get(attribute);
            }
        };
    }

    @Test
    void refusesWhatMustNotDecideAndTooFewCases() {
        List<Attribute> barred = List.of(new Attribute("sex", AttributeKind.CHOICE, true));
        assertRefused(new Sample.Builder(barred).build(), NothingToLearn.Reason.BARRED);

        Sample.Builder few = new Sample.Builder(List.of(new Attribute("age", AttributeKind.WHOLE)));
        for (int i = 0; i < 500; i++) {
            few.add(row(Map.of(0, (double) i)), i < 29, i);
        }
        assertRefused(few.build(), NothingToLearn.Reason.TOO_FEW_YES);
    }

    private static void assertRefused(Sample sample, NothingToLearn.Reason reason) {
        assertThatThrownBy(() -> mine(sample))
                .isInstanceOfSatisfying(
                        NothingToLearn.class,
                        refused -> assertThat(refused.reason()).isEqualTo(reason));
    }

    private static void assertBounds(Condition condition, double above, double upTo, double near) {
        assertThat(Objects.requireNonNull(condition.above())).isCloseTo(above, within(near));
        assertThat(Objects.requireNonNull(condition.upTo())).isCloseTo(upTo, within(near));
        assertThat(condition.unknown()).isFalse();
    }

    private static Share share(Mined mined, int leaf) {
        return mined.tree().nodes().get(leaf).share();
    }

    private static Mined mine(Sample sample) {
        return new Miner(sample, MiningSettings.byItself(), (stage, percent) -> {}, 2).mine();
    }

    private static Sample bank(String name, Set<String> without) throws IOException {
        try (InputStream file =
                        Objects.requireNonNull(MinerTests.class.getResourceAsStream("/mining/" + name + ".csv"));
                Reader reader = new InputStreamReader(file, StandardCharsets.UTF_8)) {
            return CsvSample.read(reader, without, "unknown");
        }
    }

    private static Sample telephone(Random random, int size) {
        List<String> occupations = List.of("sales", "office", "worker", "teacher", "doctor");
        Sample.Builder sample = new Sample.Builder(List.of(
                new Attribute("age", AttributeKind.WHOLE),
                new Attribute("occupation", AttributeKind.CHOICE),
                new Attribute("bill", AttributeKind.NUMBER),
                new Attribute("income", AttributeKind.NUMBER),
                new Attribute("town", AttributeKind.CHOICE)));
        List<String> towns = new ArrayList<>(List.of("north", "south", "east"));
        for (int i = 0; i < size; i++) {
            double age = 15 + random.nextInt(31);
            String occupation = random.nextInt(3) == 0 ? "sales" : occupations.get(random.nextInt(5));
            double bill = (10_000 + random.nextInt(15_000)) / 100.0;
            double income = 2_000 + random.nextInt(4_000);
            boolean fits = age >= 20
                    && age <= 30
                    && occupation.equals("sales")
                    && bill >= 150
                    && bill <= 200
                    && income >= 3_000
                    && income <= 5_000;
            String town = towns.get(random.nextInt(3));
            double known = random.nextInt(20) == 0 && !fits ? Double.NaN : income;
            sample.add(
                    new Row() {
                        @Override
                        public double number(int attribute) {
                            return attribute == 0 ? age : attribute == 2 ? bill : known;
                        }

                        @Override
                        public @Nullable String text(int attribute) {
                            return attribute == 1 ? occupation : town;
                        }
                    },
                    random.nextDouble() < (fits ? 0.9 : 0.05),
                    i);
        }
        return sample.build();
    }

    private static Row row(Map<Integer, Double> numbers) {
        return new Row() {
            @Override
            public double number(int attribute) {
                return Objects.requireNonNull(numbers.get(attribute));
            }

            @Override
            public @Nullable String text(int attribute) {
                return null;
            }
        };
    }
}
