package org.triviumcrm.marketing.mining.measure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

/** Each figure against its definition, counted the slow way; scores are few, so that many are equal. */
class ScoreCurvePropertyTests {

    @Property(tries = 300)
    void aucIsHowOftenYesIsAboveNo(@ForAll @Size(min = 1, max = 40) List<@IntRange(max = 11) Integer> drawn) {
        double right = 0;
        int pairs = 0;
        for (int one : drawn) {
            for (int other : drawn) {
                if (yes(one) && !yes(other)) {
                    pairs++;
                    right += score(one) > score(other) ? 1 : score(one) == score(other) ? 0.5 : 0;
                }
            }
        }
        assertThat(curve(drawn).auc()).isCloseTo(pairs == 0 ? 0.5 : right / pairs, within(1e-12));
    }

    @Property(tries = 300)
    void gainGrowsFromNothingToAll(
            @ForAll @Size(min = 1, max = 40) List<@IntRange(max = 11) Integer> drawn,
            @ForAll @IntRange(max = 100) int one,
            @ForAll @IntRange(max = 100) int other) {
        ScoreCurve curve = curve(drawn);
        double less = Math.min(one, other) / 100.0;
        double more = Math.max(one, other) / 100.0;

        assertThat(curve.gain(less)).isLessThanOrEqualTo(curve.gain(more) + 1e-12);
        assertThat(curve.gain(0)).isZero();
        assertThat(curve.gain(1)).isCloseTo(curve.yes() == 0 ? 0 : 1, within(1e-12));
        if (more > 0 && curve.yes() > 0) {
            assertThat(curve.lift(more) * more).isCloseTo(curve.gain(more), within(1e-12));
            assertThat(curve.lift(1)).isCloseTo(1, within(1e-12));
        }
    }

    @Property(tries = 300)
    void confusionCountsEverybodyOnce(
            @ForAll @Size(min = 1, max = 40) List<@IntRange(max = 11) Integer> drawn,
            @ForAll @IntRange(max = 6) int cut) {
        double from = cut / 6.0;
        Confusion confusion = curve(drawn).confusion(from);

        assertThat(confusion.hits())
                .isEqualTo(drawn.stream()
                        .filter(one -> yes(one) && score(one) >= from)
                        .count());
        assertThat(confusion.wasted())
                .isEqualTo(drawn.stream()
                        .filter(one -> !yes(one) && score(one) >= from)
                        .count());
        assertThat(confusion.missed())
                .isEqualTo(drawn.stream()
                        .filter(one -> yes(one) && score(one) < from)
                        .count());
        assertThat(confusion.addressed() + confusion.missed() + confusion.spared())
                .isEqualTo(drawn.size());
    }

    @Property(tries = 300)
    void calibrationLosesNobody(
            @ForAll @Size(min = 1, max = 40) List<@IntRange(max = 11) Integer> drawn,
            @ForAll @IntRange(min = 1, max = 12) int groups) {
        ScoreCurve curve = curve(drawn);
        List<ScoreCurve.Expected> calibration = curve.calibration(groups);

        assertThat(calibration).hasSizeLessThanOrEqualTo(groups);
        assertThat(calibration.stream().mapToLong(one -> one.share().yes()).sum())
                .isEqualTo(curve.yes());
        assertThat(calibration.stream()
                        .mapToDouble(one -> one.expected() * one.share().count())
                        .sum())
                .isCloseTo(
                        drawn.stream()
                                .mapToDouble(ScoreCurvePropertyTests::score)
                                .sum(),
                        within(1e-9));
    }

    @Example
    void liftOfTheBestTenth() {
        ScoreCurve curve = new ScoreCurve(List.of(new ScoreCurve.Step(0.8, 40, 50), new ScoreCurve.Step(0.1, 60, 950)));

        assertThat(curve.gain(0.05)).isCloseTo(0.4, within(1e-12));
        assertThat(curve.lift(0.05)).isCloseTo(8, within(1e-12));
        assertThat(curve.gain(0.1)).isCloseTo(0.4 + 0.6 * 50 / 950, within(1e-12));
    }

    private static boolean yes(int drawn) {
        return drawn % 2 == 0;
    }

    private static double score(int drawn) {
        return drawn / 2 / 6.0;
    }

    private static ScoreCurve curve(List<Integer> drawn) {
        boolean[] outcomes = new boolean[drawn.size()];
        for (int i = 0; i < outcomes.length; i++) {
            outcomes[i] = yes(drawn.get(i));
        }
        return ScoreCurve.of(
                drawn.stream().mapToDouble(ScoreCurvePropertyTests::score).toArray(), outcomes);
    }
}
