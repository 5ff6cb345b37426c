package org.triviumcrm.support.message;

import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A part of the conversation of a ticket, the oldest first.
 *
 * @param earlier id of the oldest message shown, where there are earlier ones; null when this is the beginning
 */
public record TicketThread(
        List<ThreadEntry> entries, @Nullable Long earlier) {

    /** How many messages a part has at most. */
    static final int SIZE = 30;

    public TicketThread {
        entries = List.copyOf(entries);
    }

    /** Id of the last message that is shown, 0 for none. */
    public long latest() {
        return entries.stream()
                .filter(ThreadEntry::isMessage)
                .mapToLong(ThreadEntry::id)
                .max()
                .orElse(0);
    }

    static TicketThread of(List<ThreadEntry.Message> messages, List<ThreadEntry.Event> events, boolean more) {
        Comparator<ThreadEntry> order = Comparator.comparing(ThreadEntry::at)
                .thenComparingInt(ThreadEntry::order)
                .thenComparingLong(ThreadEntry::id);
        List<ThreadEntry> entries = Stream.<ThreadEntry>concat(messages.stream(), events.stream())
                .sorted(order)
                .toList();
        Long oldest = messages.stream()
                .map(ThreadEntry.Message::id)
                .min(Long::compare)
                .orElse(null);
        return new TicketThread(entries, more ? oldest : null);
    }
}
