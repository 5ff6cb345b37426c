package org.triviumcrm.marketing.calendar;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Some days in a row of a calendar.
 *
 * @param days how many
 * @param campaign null for days with nothing
 * @param before whether the campaign began before these days
 * @param after whether it goes on after them
 */
public record CalendarCell(long days, @Nullable CalendarCampaign campaign, boolean before, boolean after) {

    /** A row from one day to another, with campaigns that follow each other. */
    static List<CalendarCell> row(LocalDate first, LocalDate last, List<CalendarCampaign> campaigns) {
        List<CalendarCell> cells = new ArrayList<>();
        LocalDate next = first;
        for (CalendarCampaign campaign : campaigns) {
            LocalDate from = campaign.startOn().isBefore(first) ? first : campaign.startOn();
            LocalDate to = campaign.endOn().isAfter(last) ? last : campaign.endOn();
            gap(cells, next, from);
            cells.add(new CalendarCell(
                    ChronoUnit.DAYS.between(from, to) + 1,
                    campaign,
                    campaign.startOn().isBefore(first),
                    campaign.endOn().isAfter(last)));
            next = to.plusDays(1);
        }
        gap(cells, next, last.plusDays(1));
        return cells;
    }

    private static void gap(List<CalendarCell> cells, LocalDate from, LocalDate to) {
        if (from.isBefore(to)) {
            cells.add(new CalendarCell(ChronoUnit.DAYS.between(from, to), null, false, false));
        }
    }
}
