package org.triviumcrm.calendar.entry;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.triviumcrm.calendar.view.EntryKind;
import org.triviumcrm.customer.Appointments.Appointment;
import org.triviumcrm.shared.web.Option;

/**
 * All about one entry of the calendar.
 *
 * @param title of the record it is about
 * @param url of the record it is about
 * @param people colleagues who come as well
 * @param contacts those whom the viewer sees
 * @param others contacts whom the viewer does not see
 * @param isOwn whether the viewer may change it
 */
public record EntryPage(
        Appointment entry,
        String title,
        String url,
        String owner,
        List<Option> people,
        List<Option> contacts,
        int others,
        boolean isOwn) {

    public EntryKind kind() {
        return EntryKind.valueOf(entry.plan().kind());
    }

    public boolean isCancelled() {
        return entry.cancelledAt() != null;
    }

    /** As badges call it. */
    public String state(Instant now) {
        if (isCancelled()) {
            return "cancelled";
        }
        if (!entry.open()) {
            return "done";
        }
        Instant end = end();
        boolean over = (end == null ? entry.plan().start() : end).isBefore(now);
        return !over ? "open" : entry.plan().isTask() ? "overdue" : "waiting";
    }

    public @Nullable Instant end() {
        return entry.plan().end();
    }
}
