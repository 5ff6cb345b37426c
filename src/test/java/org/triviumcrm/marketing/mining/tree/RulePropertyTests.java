package org.triviumcrm.marketing.mining.tree;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import org.jspecify.annotations.Nullable;

class RulePropertyTests {

    private static final List<Attribute> ATTRIBUTES = List.of(
            new Attribute("age", AttributeKind.WHOLE),
            new Attribute("bill", AttributeKind.NUMBER),
            new Attribute("job", AttributeKind.CHOICE),
            new Attribute("town", AttributeKind.CHOICE));

    /** Rows that were learned from, and others with values that were never seen: each fits exactly one rule, that of its leaf. */
    @Property(tries = 60)
    void everyRowFitsExactlyOneRule(@ForAll long seed) {
        Random random = new Random(seed);
        Sample sample = sample(random, 600);
        Tree tree = tree(sample, 6, 5);
        Map<Integer, Rule> rules = tree.rules();

        for (int i = 0; i < sample.size(); i++) {
            assertOneRule(tree, rules, sample.row(i));
        }
        for (int i = 0; i < 200; i++) {
            assertOneRule(tree, rules, row(random, 20));
        }
    }

    @Property(tries = 60)
    void leavesAreAsLargeAsWishedAndCountEverybody(@ForAll long seed) {
        Sample sample = sample(new Random(seed), 500);
        Tree tree = tree(sample, 5, 25);
        List<Node> leaves = tree.nodes().stream().filter(Node::isLeaf).toList();

        assertThat(leaves).allMatch(leaf -> leaf.count() >= 25);
        assertThat(leaves.stream().mapToLong(Node::count).sum()).isEqualTo(500);
        assertThat(leaves.stream().mapToLong(Node::yes).sum()).isEqualTo(sample.yes());
        assertThat(tree.rules().values()).allMatch(rule -> rule.conditions().size() <= 5);
    }

    /** What a leaf says of those learned from is what is found by asking the finished tree, whose thresholds were rounded. */
    @Property(tries = 60)
    void roundingMovesNobody(@ForAll long seed) {
        Sample sample = sample(new Random(seed), 400);
        Tree tree = tree(sample, 5, 10);
        long[] counts = new long[tree.nodes().size()];
        for (int i = 0; i < sample.size(); i++) {
            counts[tree.leaf(sample.row(i))]++;
        }
        for (int leaf : tree.rules().keySet()) {
            assertThat(counts[leaf]).isEqualTo(tree.nodes().get(leaf).count());
        }
    }

    @Property
    void roundNumbersLieBetween(
            @ForAll @DoubleRange(min = -1e6, max = 1e6) double one,
            @ForAll @DoubleRange(min = -1e6, max = 1e6) double other) {
        if (one != other) {
            double low = Math.min(one, other);
            double high = Math.max(one, other);
            assertThat(RoundNumber.between(low, high))
                    .isGreaterThanOrEqualTo(low)
                    .isLessThan(high);
        }
    }

    @net.jqwik.api.Example
    void roundNumbersAreRound() {
        assertThat(RoundNumber.between(29, 31)).isEqualTo(30);
        assertThat(RoundNumber.between(20, 21)).isEqualTo(20);
        assertThat(RoundNumber.between(2_987.4, 3_021.9)).isEqualTo(3_000);
        assertThat(RoundNumber.between(-0.5, 0.25)).isZero();
        assertThat(RoundNumber.between(1.23, 1.26)).isEqualTo(1.25);
    }

    private static void assertOneRule(Tree tree, Map<Integer, Rule> rules, Row row) {
        assertThat(rules.entrySet().stream()
                        .filter(rule -> rule.getValue().matches(ATTRIBUTES, row))
                        .map(Map.Entry::getKey))
                .containsExactly(tree.leaf(row));
    }

    private static Tree tree(Sample sample, int depth, int leaf) {
        Encoding encoding = new Encoding(sample);
        return new Learner(encoding, false, 1)
                .tree(new Parting(sample, 1).all(), depth, leaf, 1)
                .tree();
    }

    private static Sample sample(Random random, int size) {
        Sample.Builder sample = new Sample.Builder(ATTRIBUTES);
        for (int i = 0; i < size; i++) {
            Row row = row(random, 5);
            boolean likely = row.number(0) > 30 ^ "job1".equals(row.text(2)) ^ Double.isNaN(row.number(1));
            sample.add(row, random.nextDouble() < (likely ? 0.8 : 0.1), i);
        }
        return sample.build();
    }

    private static Row row(Random random, int jobs) {
        double age = random.nextInt(8) == 0 ? Double.NaN : random.nextInt(80);
        double bill = random.nextInt(4) == 0 ? Double.NaN : random.nextGaussian() * 100;
        String job = random.nextInt(6) == 0 ? null : "job" + random.nextInt(jobs);
        String town = "town" + random.nextInt(3);
        return new Row() {
            @Override
            public double number(int attribute) {
                return attribute == 0 ? age : bill;
            }

            @Override
            public @Nullable String text(int attribute) {
                return attribute == 2 ? job : town;
            }
        };
    }
}
