package org.triviumcrm.shared.condition;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.BigRange;
import net.jqwik.api.constraints.Scale;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TypedValueTests {

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "500,000;500000",
                "2,000,000.50;2000000.50",
                "５００，０００;500000",
                "1 000;1000",
                "12.5 %;12.5",
                "-3;-3",
                "1,00;1,00",
                "12,5;12,5",
                "a lot;alot"
            })
    void numbersAreReadAsPeopleWriteThem(String typed, String stored) {
        assertThat(TypedValue.stored(FieldKind.MONEY, typed)).isEqualTo(stored);
    }

    /** Nothing between the two can be taken for another number. */
    @Property
    void whatIsShownIsReadAsTheSame(
            @ForAll @BigRange(min = "-999999999999", max = "999999999999") @Scale(2) BigDecimal number) {
        String stored = number.stripTrailingZeros().toPlainString();
        assertThat(TypedValue.stored(FieldKind.MONEY, TypedValue.shown(FieldKind.MONEY, stored)))
                .isEqualTo(stored);
    }

    @ParameterizedTest
    @CsvSource({"TEXT, 1;000", "CHOICE, N", "DATE, 2026-11-25"})
    void othersStayAsTheyAre(FieldKind kind, String typed) {
        assertThat(TypedValue.stored(kind, typed)).isEqualTo(typed);
        assertThat(TypedValue.shown(kind, typed)).isEqualTo(typed);
    }
}
