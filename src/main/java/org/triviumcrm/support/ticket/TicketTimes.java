package org.triviumcrm.support.ticket;

import jakarta.persistence.Embeddable;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** When what happened to a ticket, and whose turn it is. */
@Embeddable
class TicketTimes {

    private Instant statusSince;
    private @Nullable Instant firstReplyAt;
    private @Nullable Instant lastReplyAt;
    private @Nullable Instant lastInboundAt;

    /** Since when the customer waits for a word; null when it is the customer's turn. */
    private @Nullable Instant waitingSince;

    private @Nullable Instant solvedAt;
    private int reopenings;

    @SuppressWarnings("NullAway")
    protected TicketTimes() {}

    /** Opened by the customer's word. */
    TicketTimes(Instant opened) {
        statusSince = opened;
        received(opened);
    }

    /** @param at in another ticket perhaps, and so before what was heard here */
    void received(Instant at) {
        lastInboundAt = lastInboundAt == null || at.isAfter(lastInboundAt) ? at : lastInboundAt;
        waitingSince = waitingSince == null || at.isBefore(waitingSince) ? at : waitingSince;
    }

    void replied(Instant now) {
        firstReplyAt = firstReplyAt == null ? now : firstReplyAt;
        lastReplyAt = now;
        waitingSince = null;
    }

    /** What is put off or over is not the company's turn any more. */
    void became(TicketStatus was, TicketStatus is, Instant now) {
        if (is == TicketStatus.PENDING || !is.isOpen()) {
            waitingSince = null;
        }
        if (was == TicketStatus.SOLVED && is.isOpen()) {
            reopenings++;
        }
        solvedAt = is.isOpen() ? null : solvedAt == null ? now : solvedAt;
        statusSince = now;
    }

    BeforeReply before(Ticket ticket) {
        return new BeforeReply(
                ticket.getStatus(),
                statusSince,
                firstReplyAt,
                lastReplyAt,
                waitingSince,
                solvedAt,
                reopenings,
                ticket.getOwnerId(),
                ticket.getTeamId(),
                ticket.getPriority(),
                ticket.getTypeId(),
                ticket.getQueueId());
    }

    void takeBack(BeforeReply before) {
        statusSince = before.statusSince();
        firstReplyAt = before.firstReplyAt();
        lastReplyAt = before.lastReplyAt();
        waitingSince = before.waitingSince();
        solvedAt = before.solvedAt();
        reopenings = before.reopenings();
    }

    @Nullable
    Instant firstReplyAt() {
        return firstReplyAt;
    }

    @Nullable
    Instant waitingSince() {
        return waitingSince;
    }

    @Nullable
    Instant solvedAt() {
        return solvedAt;
    }

    int reopenings() {
        return reopenings;
    }
}
