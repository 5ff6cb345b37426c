package org.triviumcrm.marketing.calendar;

import java.time.LocalDate;
import java.util.List;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.triviumcrm.identity.Viewer;
import org.triviumcrm.marketing.campaign.CampaignFilter;

/** When campaigns run. */
@Service
public class CalendarService {

    /** More than these can't be looked at; the list has all. */
    static final int DRAWN = 80;

    private final CalendarRepository calendar;

    CalendarService(CalendarRepository calendar) {
        this.calendar = calendar;
    }

    @CanViewCalendar
    @Transactional(readOnly = true)
    public CalendarPage page(Viewer viewer, CalendarSpan span, LocalDate on, CampaignFilter narrow) {
        List<CalendarCampaign> found =
                calendar.campaigns(viewer.scope("campaign"), narrow, span.first(on), span.last(on), DRAWN);
        return new CalendarPage(
                span, on, narrow, found, found.isEmpty() ? 0 : found.get(0).found());
    }
}
