package org.triviumcrm.customer.segment;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;

class SegmentIntervalTests {

    @Property
    void holdsWhatIsReckonedAndWhatWasSeen(
            @ForAll @IntRange(min = 1, max = 20_000) int seen,
            @ForAll @IntRange(max = 20_000) int found,
            @ForAll @LongRange(min = 20_000, max = 5_000_000) long all) {
        int matching = Math.min(found, seen);
        SegmentCount count = SegmentCount.reckoned(matching, seen, all);
        assertThat(count.low()).isBetween((long) matching, count.matching() + matching);
        assertThat(count.high()).isBetween(count.matching(), all);
    }

    /** The true number is within, about 19 times in 20, also where only a few of the sample fit. */
    @Property(tries = 20)
    void coversTheTruth(@ForAll @IntRange(min = 200, max = 40_000) int fitting, @ForAll long seed) {
        Random random = new Random(seed);
        int within = 0;
        for (int i = 0; i < 60; i++) {
            int found = 0;
            for (int row = 0; row < 10_000; row++) {
                found += random.nextInt(1_000_000) < fitting ? 1 : 0;
            }
            SegmentCount count = SegmentCount.reckoned(found, 10_000, 1_000_000);
            within += count.low() <= fitting && fitting <= count.high() ? 1 : 0;
        }
        assertThat(within).isGreaterThanOrEqualTo(46);
    }

    @Test
    void ofNoneThereMayBeSome() {
        SegmentCount count = SegmentCount.reckoned(0, 10_000, 1_000_000);
        assertThat(count.matching()).isZero();
        assertThat(count.low()).isZero();
        assertThat(count.high()).isBetween(300L, 400L);
        assertThat(SegmentCount.reckoned(0, 0, 1_000_000).matching()).isNull();
    }
}
