package org.triviumcrm.customer.field;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.triviumcrm.customer.FieldKind;

/** What new records begin with where it depends on the day or on who makes them. */
class InitialTests {

    private static final LocalDate TODAY = LocalDate.of(2026, 2, 27);

    @ParameterizedTest
    @CsvSource({
        "today,2026-02-27",
        "Today + 2,2026-03-01",
        "TODAY-27,2026-01-31",
        "今天,2026-02-27",
        "今天＋30,2026-03-29",
        "今天－1,2026-02-26"
    })
    void aDayIsSoFarFromToday(String said, String day) {
        assertThat(Initial.typed(FieldKind.DATE, said, TODAY, 7)).isEqualTo(day);
    }

    @ParameterizedTest
    @ValueSource(strings = {"2026-05-04", "tomorrow", "today+", "today + many", "today+12345", "me"})
    void allElseStaysAsItWasTyped(String said) {
        assertThat(Initial.typed(FieldKind.DATE, said, TODAY, 7)).isEqualTo(said);
        assertThat(Initial.typed(FieldKind.TEXT, "today", TODAY, 7)).isEqualTo("today");
        assertThat(Initial.typed(FieldKind.TEXT, "me", TODAY, 7)).isEqualTo("me");
    }

    @Test
    void aPersonIsWhoeverMakesTheRecordAndNobodyForAJob() {
        assertThat(Initial.typed(FieldKind.PERSON, "Me", TODAY, 7)).isEqualTo("7");
        assertThat(Initial.typed(FieldKind.PERSON, " 本人 ", TODAY, 7)).isEqualTo("7");
        assertThat(Initial.typed(FieldKind.PERSON, "me", TODAY, 0)).isEmpty();
        assertThat(Initial.typed(FieldKind.PERSON, "12", TODAY, 7)).isEqualTo("12");
    }

    @Property
    void forthAndBackIsWhereItBegan(@ForAll @IntRange(min = 0, max = 9999) int days) {
        LocalDate forth = LocalDate.parse(Initial.typed(FieldKind.DATE, "today+" + days, TODAY, 7));
        assertThat(Initial.typed(FieldKind.DATE, "today-" + days, forth, 7)).isEqualTo(TODAY.toString());
        assertThat(forth.toEpochDay() - TODAY.toEpochDay()).isEqualTo(days);
    }
}
