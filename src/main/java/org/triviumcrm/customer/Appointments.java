package org.triviumcrm.customer;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.triviumcrm.identity.Viewer;

/**
 * What has its place in a calendar: meetings and calls that are agreed on, and tasks. Whoever sees the record that one is about sees
 * it; only its owner changes it. Once it has taken place it is the entry of the timeline, so that nobody types it twice.
 */
public interface Appointments {

    /** So long can one be; the database keeps it. */
    int LONGEST_DAYS = 31;

    /**
     * @param kind {@code CALL}, {@code MEETING} or {@code TASK}; a task is due at its start and has no end, no whole days, no place
     *     and nobody else
     * @param firstDay with the last one for whole days, whatever the time zone; start and end are then their midnights
     * @param people colleagues who come as well
     * @param contacts who come as well
     */
    record Plan(
            String kind,
            String subject,
            @Nullable String body,
            Instant start,
            @Nullable Instant end,
            @Nullable LocalDate firstDay,
            @Nullable LocalDate lastDay,
            @Nullable String place,
            List<Long> people,
            List<Long> contacts) {

        public Plan {
            people = List.copyOf(people);
            contacts = List.copyOf(contacts);
        }

        /** @param due when it is to be done by */
        public static Plan task(String subject, @Nullable String body, Instant due) {
            return new Plan("TASK", subject, body, due, null, null, null, null, List.of(), List.of());
        }

        public boolean isTask() {
            return kind.equals("TASK");
        }
    }

    /**
     * One of them as it is.
     *
     * @param about the record, such as {@code opportunity:42}
     * @param open whether it has still to be done
     */
    record Appointment(
            long id,
            int version,
            String about,
            Plan plan,
            long ownerId,
            boolean open,
            @Nullable Instant doneAt,
            @Nullable Instant cancelledAt,
            @Nullable Integer minutes,
            @Nullable String outcome) {}

    /** A colleague is to come who does not see what it is about. */
    final class NotSeenBy extends RuntimeException {

        private static final long serialVersionUID = 1;

        public NotSeenBy(String name) {
            super(name);
        }
    }

    /**
     * One about a record that the viewer sees, for the viewer. @return its id
     *
     * @throws NotSeenBy when somebody is to come who may not know of it
     */
    long plan(Viewer viewer, String about, Plan plan);

    /** @throws org.triviumcrm.shared.web.NotFound when there is none that the viewer sees */
    Appointment find(Viewer viewer, long id);

    /**
     * One's own; its kind and what it is about stay.
     *
     * @throws NotSeenBy when somebody is to come who may not know of it
     */
    void change(Viewer viewer, long id, int version, Plan plan);

    /** One's own that is open, to another time; it stays as long as it was. */
    void move(Viewer viewer, long id, Instant start, @Nullable LocalDate firstDay);

    /**
     * One's own has taken place, or is done.
     *
     * @param minutes how long it took; null for as long as was planned
     */
    void finish(Viewer viewer, long id, @Nullable Integer minutes, @Nullable String outcome);

    /** One's own meeting or call will not take place. */
    void cancel(Viewer viewer, long id);

    /** It is open again. */
    void reopen(Viewer viewer, long id);
}
