package org.triviumcrm.survey.result;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NpsTests {

    @ParameterizedTest
    @CsvSource({
        "10, 5, 2, 30",
        "3, 1, 0, 33",
        "3, 2, 0, 67",
        "3, 0, 2, -67",
        "7, 4, 3, 14",
        // 12.5 from the counts; the shares rounded first would give 38 - 25 = 13 as well, and 37.5 - 25 here
        "8, 3, 2, 13",
        "8, 2, 3, -13",
        // shares rounded first: 67 - 17 = 50; the same from the counts; and 33 - 17 against 16.67
        "6, 2, 1, 17",
        "200, 100, 99, 1",
        "1, 0, 0, 0"
    })
    void isThePromotersMinusTheDetractors(long answers, long promoters, long detractors, int score) {
        assertThat(new Nps(answers, promoters, detractors).score()).isEqualTo(score);
    }

    @Test
    void isNothingWithoutAnswers() {
        assertThat(new Nps(0, 0, 0).score()).isNull();
        assertThat(new Csat(0, 0).share()).isNull();
        assertThat(new Csat(3, 2).share()).isEqualByComparingTo("0.6667");
        assertThatIllegalArgumentException().isThrownBy(() -> new Nps(2, 2, 1));
    }

    @Property
    void liesBetweenTheEndsAndTurnsWithThem(
            @ForAll @LongRange(min = 0, max = 100_000) long promoters,
            @ForAll @LongRange(min = 0, max = 100_000) long passives,
            @ForAll @LongRange(min = 0, max = 100_000) long detractors) {
        long all = promoters + passives + detractors + 1;
        Integer score = new Nps(all, promoters, detractors).score();
        assertThat(score).isBetween(-100, 100);
        assertThat(new Nps(all, detractors, promoters).score()).isEqualTo(-score);
        double exact = 100.0 * (promoters - detractors) / all;
        assertThat(Math.abs(score - exact)).isLessThanOrEqualTo(0.5 + 1e-9);
    }
}
