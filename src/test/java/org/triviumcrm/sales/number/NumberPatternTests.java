package org.triviumcrm.sales.number;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class NumberPatternTests {

    private static final LocalDate DAY = LocalDate.of(2026, 3, 9);

    @ParameterizedTest
    @CsvSource({
        "Q-{yyyy}-{nnnnn}, Q-2026-00042, 2026",
        "{yy}{mm}/{nnn},   2603/042,     2026-03",
        "A{n},             A42,          ''"
    })
    void writesItsFieldsAndCountsByWhatOfTheDayStandsInIt(String pattern, String number, String period) {
        assertThat(NumberPattern.of(pattern).write(DAY, 42)).isEqualTo(number);
        assertThat(NumberPattern.of(pattern).period(DAY)).isEqualTo(period);
    }

    @Test
    void aCounterThatHasOutgrownItsDigitsGoesOn() {
        assertThat(NumberPattern.of("A{nn}").write(DAY, 12_345)).isEqualTo("A12345");
    }

    @ParameterizedTest
    @ValueSource(strings = {"Q-{yyyy}", "{n}-{n}", "{mm}-{nnn}", "{x}{nnn}", "{nnn", "{nnnnnnnnnnn}"})
    void whatCanNotBeCountedIsNoPattern(String text) {
        assertThat(NumberPattern.isPattern(text)).isFalse();
    }
}
