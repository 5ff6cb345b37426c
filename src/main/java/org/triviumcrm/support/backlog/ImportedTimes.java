package org.triviumcrm.support.backlog;

import java.time.Instant;
import java.util.Comparator;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.triviumcrm.shared.exchange.ImportContext;
import org.triviumcrm.shared.exchange.ImportRow;
import org.triviumcrm.support.ticket.TicketStatus;

/**
 * When a ticket of a file was opened, first answered and solved, as far as the file says so.
 *
 * @param status as the file says, else as the times do
 * @param contradict whether they can't all be true
 */
record ImportedTimes(
        TicketStatus status,
        @Nullable Instant opened,
        @Nullable Instant answered,
        @Nullable Instant solved,
        Instant now,
        boolean contradict) {

    static final String OPENED = "opened";
    static final String ANSWERED = "firstReply";
    static final String SOLVED = "solved";
    static final String STATUS = "status";
    static final String ORDER = "order";
    static final String REFUSE = "refuse";
    static final String MARK = "mark";

    /** Refuses the row where a time lies ahead, or where they contradict each other and such rows are to be refused. */
    static ImportedTimes of(ImportRow row, ImportContext context) {
        Stream.of(OPENED, ANSWERED, SOLVED)
                .filter(field -> {
                    Instant at = row.instant(field, context.zone());
                    return at != null && at.isAfter(context.now());
                })
                .forEach(field -> row.refuse("exchange.refusal.future", field));
        Instant opened = row.instant(OPENED, context.zone());
        Instant answered = row.instant(ANSWERED, context.zone());
        Instant solved = row.instant(SOLVED, context.zone());
        boolean early = isBefore(solved, answered);
        boolean contradict = early || isBefore(solved, opened) || isBefore(answered, opened);
        if (contradict && !context.option(ORDER).equals(MARK)) {
            row.refuse(
                    "exchange.refusal.ticket.times." + (early ? ANSWERED : OPENED),
                    isBefore(solved, early ? answered : opened) ? SOLVED : ANSWERED);
        }
        return new ImportedTimes(status(row, answered, solved), opened, answered, solved, context.now(), contradict);
    }

    private static TicketStatus status(ImportRow row, @Nullable Instant answered, @Nullable Instant solved) {
        Long said = row.id(STATUS);
        if (said != null) {
            return ImportedTicketStatuses.of(said);
        }
        return solved != null ? TicketStatus.SOLVED : answered != null ? TicketStatus.OPEN : TicketStatus.NEW;
    }

    private static boolean isBefore(@Nullable Instant one, @Nullable Instant other) {
        return one != null && other != null && one.isBefore(other);
    }

    /** When it was opened, else the first that is known of it. */
    Instant begun() {
        return opened != null
                ? opened
                : Stream.of(answered, solved)
                        .filter(Objects::nonNull)
                        .min(Comparator.naturalOrder())
                        .orElse(now);
    }

    /** When it was over, else the last that is known of it; null while it is open. */
    @Nullable
    Instant over() {
        if (status.isOpen()) {
            return null;
        }
        return solved != null ? solved : answered != null && answered.isAfter(begun()) ? answered : begun();
    }

    /** What is open although it was solved once has been opened again. */
    int reopenings() {
        return status.isOpen() && solved != null ? 1 : 0;
    }

    /** Since when the customer waits for a first word; null when there was one, or it is not the company's turn. */
    @Nullable
    Instant waiting() {
        return answered == null && (status == TicketStatus.NEW || status == TicketStatus.OPEN) ? begun() : null;
    }

    Instant since() {
        Instant over = over();
        return over != null ? over : answered != null ? answered : begun();
    }
}
