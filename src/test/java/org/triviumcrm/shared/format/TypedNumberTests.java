package org.triviumcrm.shared.format;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.math.BigDecimal;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TypedNumberTests {

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "90000;90000",
                "90,000;90000",
                "2,000,000.50;2000000.50",
                "1,00,000;100000",
                "1 234 567.8;1234567.8",
                "９０，０００．５;90000.5",
                "-3;-3",
                "+3.;3",
                ".5;0.5"
            })
    void thousandsMayBeSetOff(String typed, BigDecimal number) {
        assertThat(TypedNumber.read(typed)).isEqualByComparingTo(number);
    }

    @ParameterizedTest
    @ValueSource(strings = {"12,5", "1,00", "1.234,56", "1,2345", "1e9", "1e999999999", "a lot", "-", "1.2.3", ","})
    void whatCouldMeanAnotherNumberIsRefused(String typed) {
        assertThatExceptionOfType(NumberFormatException.class).isThrownBy(() -> TypedNumber.read(typed));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "  "})
    void nothingIsNoNumber(String typed) {
        assertThat(TypedNumber.read(typed)).isNull();
        assertThat(TypedNumber.whole(typed)).isNull();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {"1,000;1000", "-7;-7"})
    void wholeNumbersToo(String typed, long number) {
        assertThat(TypedNumber.whole(typed)).isEqualTo(number);
    }
}
