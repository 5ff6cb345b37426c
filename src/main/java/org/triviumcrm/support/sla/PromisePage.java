package org.triviumcrm.support.sla;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.triviumcrm.support.calendar.OpenSpan;
import org.triviumcrm.support.ticket.TicketStatus;

/**
 * How the promises about a ticket stand, and how they were counted.
 *
 * @param policy which one applies; null when none does
 * @param calendar by whose hours time is counted; null around the clock
 * @param zone of the calendar
 */
public record PromisePage(
        long ticketId,
        String title,
        @Nullable String policy,
        @Nullable String calendar,
        @Nullable String zone,
        List<Line> lines) {

    /**
     * A promise.
     *
     * @param late seconds of business time by which what was promised came late, or is late by now; 0 when it does not
     * @param percent share of the time that is used, 100 at most
     * @param warned whether it was warned that its time is nearly over
     */
    public record Line(PromiseReading reading, long late, int percent, boolean warned, List<Part> parts) {

        /** As the lists say it. */
        public @Nullable PromiseStanding standing() {
            return new PromiseStanding.One(reading.state(), warned).standing();
        }

        public PromiseKind kind() {
            return reading.kind();
        }

        /** Whether what was promised has come, late or not. */
        public boolean isOver() {
            return reading.settledAt() != null;
        }

        public boolean isBroken() {
            return reading.state() == PromiseState.BROKEN;
        }

        public boolean isPaused() {
            return !isOver() && !reading.counting();
        }
    }

    /**
     * A stretch of time.
     *
     * @param status in which the ticket was
     * @param counts whether its time counts
     * @param seconds business time in it that counts
     * @param spans that time as it lies in the days; the first ones where there are many
     * @param more whether there are more of them
     */
    public record Part(
            Instant from,
            Instant to,
            TicketStatus status,
            boolean counts,
            long seconds,
            List<OpenSpan> spans,
            boolean more) {}
}
