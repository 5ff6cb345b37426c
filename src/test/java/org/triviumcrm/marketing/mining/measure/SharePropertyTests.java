package org.triviumcrm.marketing.mining.measure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;

class SharePropertyTests {

    @Property
    void liesWithinItsIntervalWithinZeroAndOne(
            @ForAll @LongRange(max = 100_000) long one, @ForAll @LongRange(max = 100_000) long other) {
        Share share = new Share(Math.min(one, other), Math.max(one, other));

        assertThat(share.low()).isBetween(0.0, share.value());
        assertThat(share.high()).isBetween(share.value(), 1.0);
        assertThat(share.covers(share.value())).isTrue();
    }

    @Property
    void isSymmetric(@ForAll @LongRange(max = 5_000) long yes, @ForAll @LongRange(min = 1, max = 5_000) long no) {
        Share share = new Share(yes, yes + no);
        Share mirrored = new Share(no, yes + no);

        assertThat(share.low()).isCloseTo(1 - mirrored.high(), within(1e-12));
    }

    @Property
    void isNarrowerWithMoreCases(
            @ForAll @LongRange(min = 1, max = 500) long yes, @ForAll @LongRange(max = 500) long no) {
        Share few = new Share(yes, yes + no);
        Share many = new Share(yes * 10, (yes + no) * 10);

        assertThat(many.high() - many.low()).isLessThan(few.high() - few.low());
    }

    /** Figures of Wilson's interval from textbooks. */
    @Example
    void isWilsons() {
        assertThat(new Share(90, 100).low()).isCloseTo(0.8256, within(0.0001));
        assertThat(new Share(90, 100).high()).isCloseTo(0.9448, within(0.0001));
        assertThat(new Share(0, 10).high()).isCloseTo(0.2775, within(0.0001));
        assertThat(new Share(0, 0).low()).isZero();
        assertThat(new Share(0, 0).high()).isOne();
    }

    @Example
    void coversTheTrueShareNineteenTimesInTwenty() {
        Random random = new Random(3);
        int covered = 0;
        for (int i = 0; i < 2_000; i++) {
            long yes = random.doubles(80).filter(drawn -> drawn < 0.3).count();
            covered += new Share(yes, 80).covers(0.3) ? 1 : 0;
        }
        assertThat(covered / 2_000.0).isBetween(0.93, 0.97);
    }
}
