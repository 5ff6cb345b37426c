package org.triviumcrm.support.ticket;

import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What becomes of a ticket together with something said in it, at the same moment; null leaves as it is.
 *
 * @param version of the ticket that whoever chose them had before them; null where nobody has looked at it
 */
public record TicketChanges(
        @Nullable TicketStatus status,
        @Nullable TicketPriority priority,
        @Nullable Long typeId,
        @Nullable Long queueId,
        @Nullable TicketTaker owner,
        @Nullable Integer version) {

    public static final TicketChanges NONE = new TicketChanges(null, null, null, null, null, null);

    public boolean isEmpty() {
        return status == null && !isEdit() && owner == null;
    }

    /** Whether more changes than those who answer tickets may change. */
    boolean isEdit() {
        return Stream.of(priority, typeId, queueId).anyMatch(Objects::nonNull) || owner == TicketTaker.NOBODY;
    }

    /** What the form of a ticket would say. @param saved as it is */
    public SaveTicket in(SaveTicket saved, long viewerId) {
        Long taker = owner == null ? saved.ownerId() : owner == TicketTaker.ME ? Long.valueOf(viewerId) : null;
        return new SaveTicket(
                saved.name(),
                saved.text(),
                saved.channel(),
                priority == null ? saved.priority() : priority,
                typeId == null ? saved.typeId() : typeId,
                queueId == null ? saved.queueId() : queueId,
                taker,
                saved.customerId(),
                saved.contactId(),
                saved.requesterName(),
                saved.requesterEmail(),
                saved.productId(),
                saved.opportunityId(),
                saved.contractId(),
                saved.reference(),
                saved.custom(),
                version == null ? saved.version() : version);
    }
}
