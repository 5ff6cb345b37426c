package org.triviumcrm.marketing.calendar;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/**
 * A week of a month, from Monday.
 *
 * @param rows as few as show every campaign of the week, none above another
 */
public record CalendarWeek(List<LocalDate> days, List<List<CalendarCell>> rows) {

    private static final int DAYS = 7;

    /** @param campaigns the earliest first */
    static List<CalendarWeek> of(LocalDate first, LocalDate last, List<CalendarCampaign> campaigns) {
        List<CalendarWeek> weeks = new ArrayList<>();
        LocalDate monday = first.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
        for (; !monday.isAfter(last); monday = monday.plusDays(DAYS)) {
            weeks.add(week(monday, campaigns));
        }
        return weeks;
    }

    private static CalendarWeek week(LocalDate monday, List<CalendarCampaign> campaigns) {
        LocalDate sunday = monday.plusDays(DAYS - 1L);
        List<List<CalendarCampaign>> lanes = new ArrayList<>();
        for (CalendarCampaign campaign : campaigns) {
            if (!campaign.startOn().isAfter(sunday) && !campaign.endOn().isBefore(monday)) {
                free(lanes, campaign).add(campaign);
            }
        }
        return new CalendarWeek(
                IntStream.range(0, DAYS).mapToObj(monday::plusDays).toList(),
                lanes.stream()
                        .map(lane -> CalendarCell.row(monday, sunday, lane))
                        .toList());
    }

    /** The first row in which nothing is in the way; a new one when there is none. */
    private static List<CalendarCampaign> free(List<List<CalendarCampaign>> lanes, CalendarCampaign campaign) {
        for (List<CalendarCampaign> lane : lanes) {
            if (lane.get(lane.size() - 1).endOn().isBefore(campaign.startOn())) {
                return lane;
            }
        }
        List<CalendarCampaign> fresh = new ArrayList<>();
        lanes.add(fresh);
        return fresh;
    }
}
