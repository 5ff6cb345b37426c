package org.triviumcrm.support.ticket;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What a ticket was before a reply changed it.
 *
 * @param priority null in what was kept by earlier releases, whose replies left it as it was, its type and its queue
 */
public record BeforeReply(
        TicketStatus status,
        Instant statusSince,
        @Nullable Instant firstReplyAt,
        @Nullable Instant lastReplyAt,
        @Nullable Instant waitingSince,
        @Nullable Instant solvedAt,
        int reopenings,
        @Nullable Long ownerId,
        @Nullable Long teamId,
        @Nullable TicketPriority priority,
        @Nullable Long typeId,
        @Nullable Long queueId) {}
