package org.triviumcrm.marketing.calendar;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import org.triviumcrm.marketing.exit.CampaignState;

/** Every campaign stands on each of its days, and no two in the same place. */
class CalendarWeekTests {

    private static final LocalDate FIRST = LocalDate.of(2026, 4, 1);
    private static final LocalDate LAST = LocalDate.of(2026, 4, 30);

    @Property(tries = 300)
    void everyDayOfACampaignIsDrawnOnce(@ForAll @Size(max = 15) List<@IntRange(max = 3000) Integer> seeds) {
        List<CalendarCampaign> campaigns = campaigns(seeds);
        List<CalendarWeek> weeks = CalendarWeek.of(FIRST, LAST, campaigns);

        assertThat(weeks.get(0).days().get(0).getDayOfWeek()).isEqualTo(DayOfWeek.MONDAY);
        for (CalendarWeek week : weeks) {
            List<String> drawn = new ArrayList<>();
            for (List<CalendarCell> row : week.rows()) {
                LocalDate day = week.days().get(0);
                for (CalendarCell cell : row) {
                    assertThat(cell.days()).isPositive();
                    for (long i = 0; i < cell.days(); i++, day = day.plusDays(1)) {
                        if (cell.campaign() != null) {
                            drawn.add(cell.campaign().id() + " " + day);
                        }
                    }
                }
                assertThat(day)
                        .as("each row has seven days")
                        .isEqualTo(week.days().get(6).plusDays(1));
            }
            List<String> expected = new ArrayList<>();
            for (CalendarCampaign campaign : campaigns) {
                week.days().stream()
                        .filter(day -> !day.isBefore(campaign.startOn()) && !day.isAfter(campaign.endOn()))
                        .forEach(day -> expected.add(campaign.id() + " " + day));
            }
            assertThat(drawn).containsExactlyInAnyOrderElementsOf(expected);
        }
    }

    @Property(tries = 300)
    void thereAreNoMoreRowsThanCampaignsOnOneDay(@ForAll @Size(max = 15) List<@IntRange(max = 3000) Integer> seeds) {
        List<CalendarCampaign> campaigns = campaigns(seeds);
        for (CalendarWeek week : CalendarWeek.of(FIRST, LAST, campaigns)) {
            long most = week.days().stream()
                    .mapToLong(day -> campaigns.stream()
                            .filter(one -> !day.isBefore(one.startOn()) && !day.isAfter(one.endOn()))
                            .count())
                    .max()
                    .orElse(0);
            assertThat(week.rows()).hasSize((int) most);
        }
    }

    @Test
    void saysWhereACampaignGoesOn() {
        CalendarCampaign fair = campaign(1, LocalDate.of(2026, 3, 1), LocalDate.of(2026, 4, 7));
        List<CalendarWeek> weeks = CalendarWeek.of(FIRST, LAST, List.of(fair));
        assertThat(weeks).hasSize(5);
        assertThat(weeks.get(0).rows().get(0)).containsExactly(new CalendarCell(7, fair, true, true));
        assertThat(weeks.get(1).rows().get(0))
                .containsExactly(new CalendarCell(2, fair, true, false), new CalendarCell(5, null, false, false));
        assertThat(weeks.get(2).rows()).isEmpty();
    }

    @Test
    void knowsMonthQuarterAndYearOfADay() {
        LocalDate day = LocalDate.of(2026, 5, 20);
        assertThat(CalendarSpan.MONTH.first(day)).isEqualTo("2026-05-01");
        assertThat(CalendarSpan.QUARTER.first(day)).isEqualTo("2026-04-01");
        assertThat(CalendarSpan.QUARTER.last(day)).isEqualTo("2026-06-30");
        assertThat(CalendarSpan.YEAR.last(day)).isEqualTo("2026-12-31");
        assertThat(CalendarSpan.QUARTER.away(day, -2)).isEqualTo("2025-10-01");
    }

    private static List<CalendarCampaign> campaigns(List<Integer> seeds) {
        List<CalendarCampaign> campaigns = new ArrayList<>();
        for (int seed : seeds) {
            LocalDate start = FIRST.plusDays(seed % 60 - 20L);
            campaigns.add(campaign(campaigns.size() + 1, start, start.plusDays(seed / 60)));
        }
        campaigns.sort(Comparator.comparing(CalendarCampaign::startOn));
        return campaigns;
    }

    private static CalendarCampaign campaign(long id, LocalDate start, LocalDate end) {
        return new CalendarCampaign(id, "C" + id, CampaignState.RUNNING, start, end, "Event", null, "Ann", 1);
    }
}
