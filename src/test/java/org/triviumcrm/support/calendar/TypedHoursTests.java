package org.triviumcrm.support.calendar;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What people type as hours and days, and what is kept of it. */
class TypedHoursTests {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "9-18|09:00-18:00",
                "13:30-18:00, 9-12|09:00-12:00, 13:30-18:00",
                "''|''",
                "0-24|00:00-24:00",
                "９：００－１２：００、１３：３０～２４：００|09:00-12:00, 13:30-24:00",
                "8.15 – 12h30; 14 to 16|08:15-12:30, 14:00-16:00",
                "9:00至12:00，13:30到18:00|09:00-12:00, 13:30-18:00",
                "9-12,12-13|09:00-12:00, 12:00-13:00"
            })
    void isReadInManySpellingsAndKeptInOne(String typed, String stored) {
        TypedHours hours = TypedHours.read(typed);
        assertThat(hours.problem()).isNull();
        assertThat(hours.stored()).isEqualTo(stored);
        assertThat(TypedHours.read(stored).times()).isEqualTo(hours.times());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "nine|unreadable|nine",
                "9-25|unreadable|9-25",
                "9:60-10|unreadable|9:60-10",
                "24:01-24:02|unreadable|24:01-24:02",
                "9-12, 22-6|order|22-6",
                "9-9|order|9-9",
                "9-12, 11:59-13|overlap|09:00-12:00, 11:59-13:00",
                "0-1,2-3,4-5,6-7,8-9,10-11,12-13,14-15,16-17|many|''"
            })
    void saysWhatIsWrongWithIt(String typed, String problem, String piece) {
        TypedHours hours = TypedHours.read(typed);
        assertThat(hours.problem()).isEqualTo(problem);
        assertThat(hours.piece()).isEqualTo(piece);
        assertThat(hours.times()).isEmpty();
    }

    @Test
    void specialDaysAreKeptInTheirOrder() {
        SpecialDay holiday = new SpecialDay("国庆 节", LocalDate.of(2026, 10, 1), LocalDate.of(2026, 10, 7), false, null);
        SpecialDay worked =
                new SpecialDay("调休", LocalDate.of(2026, 9, 27), LocalDate.of(2026, 9, 27), false, DayOfWeek.THURSDAY);
        SpecialDay christmas =
                new SpecialDay("Christmas", LocalDate.of(2020, 12, 25), LocalDate.of(2020, 12, 26), true, null);
        assertThat(StoredDays.read(StoredDays.write(List.of(holiday, worked, christmas))))
                .containsExactly(christmas, worked, holiday);
        assertThat(StoredDays.read("")).isEmpty();
    }
}
