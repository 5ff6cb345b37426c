package org.triviumcrm.calendar.feed;

import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import net.fortuna.ical4j.data.CalendarOutputter;
import net.fortuna.ical4j.model.Calendar;
import net.fortuna.ical4j.model.component.CalendarComponent;
import net.fortuna.ical4j.model.component.VAlarm;
import net.fortuna.ical4j.model.component.VEvent;
import net.fortuna.ical4j.model.component.VToDo;
import net.fortuna.ical4j.model.property.Action;
import net.fortuna.ical4j.model.property.Completed;
import net.fortuna.ical4j.model.property.Description;
import net.fortuna.ical4j.model.property.DtEnd;
import net.fortuna.ical4j.model.property.DtStamp;
import net.fortuna.ical4j.model.property.DtStart;
import net.fortuna.ical4j.model.property.Due;
import net.fortuna.ical4j.model.property.LastModified;
import net.fortuna.ical4j.model.property.Location;
import net.fortuna.ical4j.model.property.ProdId;
import net.fortuna.ical4j.model.property.Sequence;
import net.fortuna.ical4j.model.property.Status;
import net.fortuna.ical4j.model.property.Summary;
import net.fortuna.ical4j.model.property.Uid;
import net.fortuna.ical4j.model.property.XProperty;
import net.fortuna.ical4j.model.property.immutable.ImmutableVersion;
import org.jspecify.annotations.Nullable;
import org.triviumcrm.calendar.view.CalendarEntry;

/** Writes entries as iCalendar (RFC 5545). Times are in UTC, whole days are days, so that no time zone has to be explained. */
final class FeedWriter {

    private static final Duration MORNING = Duration.ofHours(9);
    private static final Duration TASK = Duration.ofMinutes(15);

    private FeedWriter() {}

    static String write(List<FeedEntry> entries, FeedTasks tasks) {
        Calendar calendar = new Calendar();
        calendar.add(new ProdId("-//Trivium//Calendar//EN"));
        calendar.add(ImmutableVersion.VERSION_2_0);
        calendar.add(new XProperty("X-WR-CALNAME", "Trivium"));
        for (FeedEntry one : entries) {
            CalendarComponent component = component(one, tasks);
            if (component != null) {
                calendar.add(component);
            }
        }
        StringWriter text = new StringWriter();
        try {
            new CalendarOutputter(false).output(calendar, text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return text.toString();
    }

    private static @Nullable CalendarComponent component(FeedEntry one, FeedTasks tasks) {
        CalendarEntry entry = one.entry();
        if (!entry.isTask()) {
            return event(one, entry.end());
        }
        return switch (tasks) {
            case NONE -> null;
            case TODO -> todo(one);
            // what is done needs no time any more
            case EVENT -> entry.isOpen() ? event(one, entry.at().plus(TASK)) : null;
        };
    }

    private static VEvent event(FeedEntry one, Instant end) {
        CalendarEntry entry = one.entry();
        VEvent event = new VEvent(false);
        describe(event, one);
        LocalDate first = entry.firstDay();
        LocalDate last = entry.lastDay();
        if (first != null && last != null) {
            event.add(new DtStart<>(first));
            event.add(new DtEnd<>(last.plusDays(1)));
        } else {
            event.add(new DtStart<>(entry.at()));
            event.add(new DtEnd<>(end));
        }
        String place = entry.place();
        if (place != null) {
            event.add(new Location(place));
        }
        VAlarm alarm = entry.isOpen() ? alarm(one) : null;
        if (alarm != null) {
            event.add(alarm);
        }
        return event;
    }

    private static VToDo todo(FeedEntry one) {
        CalendarEntry entry = one.entry();
        VToDo todo = new VToDo(false);
        describe(todo, one);
        todo.add(new Due<>(entry.at()));
        Instant done = entry.doneAt();
        todo.add(new Status(done == null ? "NEEDS-ACTION" : "COMPLETED"));
        if (done != null) {
            todo.add(new Completed(done));
        }
        VAlarm alarm = done == null ? alarm(one) : null;
        if (alarm != null) {
            todo.add(alarm);
        }
        return todo;
    }

    private static void describe(CalendarComponent component, FeedEntry one) {
        CalendarEntry entry = one.entry();
        FeedEntry.More more = one.more();
        component.add(new Uid("activity-" + entry.id() + "@trivium"));
        component.add(new DtStamp(more.updatedAt()));
        component.add(new LastModified(more.updatedAt()));
        component.add(new Sequence(more.version()));
        String customer = entry.customer();
        component.add(new Summary(customer == null ? entry.subject() : entry.subject() + " · " + customer));
        String body = more.body();
        if (body != null) {
            component.add(new Description(body));
        }
    }

    private static @Nullable VAlarm alarm(FeedEntry one) {
        Integer minutes = one.more().minutes();
        Instant chosen = one.more().chosenAt();
        if (minutes == null && chosen == null) {
            return null;
        }
        // of whole days it counts from nine in the morning
        Duration before = Duration.ofMinutes(minutes == null ? 0 : -minutes)
                .plus(one.entry().firstDay() == null ? Duration.ZERO : MORNING);
        VAlarm alarm = chosen == null ? new VAlarm(before) : new VAlarm(chosen);
        alarm.add(new Action("DISPLAY"));
        alarm.add(new Description(one.entry().subject()));
        return alarm;
    }
}
