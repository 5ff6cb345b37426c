package org.triviumcrm.insight.roi;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.YearMonth;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The months that a return is asked for. */
class RoiFilterTests {

    private static final YearMonth PRESENT = YearMonth.of(2026, 5);

    /** Without months the year so far; a campaign that is still to come is never asked for backwards. */
    @ParameterizedTest
    @CsvSource({
        ",        ,        2026-01, 2026-05",
        "2025-03, ,        2025-03, 2026-05",
        ",        2025-07, 2025-01, 2025-07",
        "2026-09, ,        2026-09, 2026-09",
        "2025-03, 2025-04, 2025-03, 2025-04"
    })
    void fillsInWhatIsNotSaid(@Nullable YearMonth from, @Nullable YearMonth to, YearMonth first, YearMonth last) {
        RoiFilter filled = new RoiFilter(
                        from, to, null, null, null, null, null, null, null, null, null, null, null, false)
                .filled(PRESENT);
        assertThat(filled.from()).isEqualTo(first);
        assertThat(filled.to()).isEqualTo(last);
    }
}
