package org.triviumcrm.support.calendar;

import java.time.DayOfWeek;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.triviumcrm.shared.history.HistoryField;
import org.triviumcrm.shared.history.HistoryNames;
import org.triviumcrm.shared.history.HistoryTable;
import org.triviumcrm.shared.history.RecordNames;

/** What the history shows of calendars. */
@Configuration(proxyBeanMethods = false)
class CalendarHistory {

    static final String TABLE = "business_calendar";

    @Bean
    HistoryTable historyOfCalendars() {
        List<HistoryField> fields = new ArrayList<>();
        fields.add(HistoryField.text("name", "support.calendar.name"));
        fields.add(HistoryField.text("zone", "support.calendar.zone"));
        for (DayOfWeek day : DayOfWeek.values()) {
            fields.add(
                    HistoryField.text(day.name().toLowerCase(Locale.ROOT), "support.calendar.weekday." + day.name()));
        }
        fields.add(new HistoryField("special_days", "support.calendar.days", CalendarWords.KIND));
        fields.add(new HistoryField("usual", "support.calendar.usual", HistoryField.YES_NO));
        return new HistoryTable(
                TABLE, "support.calendar.one", "name", BusinessCalendarController.PATH + "/{id}/edit", fields);
    }

    @Bean
    HistoryNames namesOfCalendars(JdbcClient database) {
        return new RecordNames(database, TABLE);
    }
}
