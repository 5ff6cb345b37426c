package org.triviumcrm.marketing.calendar;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.web.util.UriComponentsBuilder;
import org.triviumcrm.marketing.campaign.CampaignFilter;

/**
 * The campaigns of a month, a quarter or a year.
 *
 * @param campaigns the earliest first, no more than can be looked at
 * @param found how many there are
 */
public record CalendarPage(
        CalendarSpan span, LocalDate on, CampaignFilter narrow, List<CalendarCampaign> campaigns, long found) {

    static final String PATH = "/marketing/calendar";

    public LocalDate first() {
        return span.first(on);
    }

    public LocalDate last() {
        return span.last(on);
    }

    /** How many are not shown. */
    public long more() {
        return found - campaigns.size();
    }

    /** The same days in the list, with all campaigns. */
    public String listHref() {
        return narrow.list()
                .days("startOn", null, last())
                .days("endOn", first(), null)
                .toString();
    }

    public String previousHref() {
        return href(span, span.away(on, -1));
    }

    public String nextHref() {
        return href(span, span.away(on, 1));
    }

    public String href(CalendarSpan other, LocalDate day) {
        return narrow.href(
                UriComponentsBuilder.fromPath(PATH).queryParam("span", other).queryParam("on", day));
    }

    public List<CalendarWeek> weeks() {
        return CalendarWeek.of(first(), last(), campaigns);
    }

    /** The row of a campaign in a quarter or a year. */
    public List<CalendarCell> row(CalendarCampaign campaign) {
        return CalendarCell.row(first(), last(), List.of(campaign));
    }

    /** The months, each with how many days it has. */
    public Map<YearMonth, Integer> months() {
        Map<YearMonth, Integer> months = new LinkedHashMap<>();
        for (YearMonth month = YearMonth.from(first()); !month.atDay(1).isAfter(last()); month = month.plusMonths(1)) {
            months.put(month, month.lengthOfMonth());
        }
        return months;
    }
}
