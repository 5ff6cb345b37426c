package org.triviumcrm.calendar;

import java.util.List;
import org.springframework.stereotype.Component;
import org.triviumcrm.shared.web.NavigationEntry;
import org.triviumcrm.shared.web.NavigationSource;

/** The place of the calendar. */
@Component
class CalendarNavigation implements NavigationSource {

    @Override
    public List<NavigationEntry> entries() {
        return List.of(new NavigationEntry("calendar", "work", "/calendar", "calendar", 102));
    }

    @Override
    public List<NavigationEntry> creations() {
        return List.of(new NavigationEntry(
                "appointment", "customers", "/calendar/entries/new", "calendar", 35, "customer.activity.log"));
    }
}
