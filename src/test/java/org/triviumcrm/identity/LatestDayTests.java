package org.triviumcrm.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import net.jqwik.api.Example;

/** What happened today, where whoever notes it is, is nothing to come; nor is what happened today where the company is. */
class LatestDayTests {

    private static final Instant EVENING = Instant.parse("2026-11-30T17:30:00Z");

    @Example
    void isTheLaterOfBothCalendars() {
        assertThat(latest("UTC", "Asia/Shanghai")).isEqualTo("2026-12-01");
        assertThat(latest("Asia/Shanghai", "UTC")).isEqualTo("2026-12-01");
        assertThat(latest("America/New_York", "Europe/Berlin")).isEqualTo("2026-11-30");
        assertThat(latest("Etc/GMT+12", "Pacific/Kiritimati")).isEqualTo("2026-12-01");
    }

    private static LocalDate latest(String company, String person) {
        Companies companies = new Companies() {
            @Override
            public Optional<Company> current() {
                return Optional.empty();
            }

            @Override
            public ZoneId zone() {
                return ZoneId.of(company);
            }
        };
        Viewer viewer = new Viewer(1, "Me", null, List.of(), Set.of(), Map.of(), Locale.ENGLISH, ZoneId.of(person));
        return companies.latestDay(viewer, EVENING);
    }
}
