package org.triviumcrm.support.ticket;

import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.triviumcrm.customer.CustomValues;

/**
 * What the page of a ticket shows, names included.
 *
 * @param customerLevel how the company ranks the customer, in its own words
 * @param satisfaction from 1, not at all, to 5, fully
 * @param openingKnown otherwise {@code createdAt} is the earliest that a file said of it
 * @param answers by id of the field
 */
public record TicketPage(
        long id,
        long number,
        String name,
        TicketStatus status,
        Instant statusSince,
        TicketPriority priority,
        TicketChannel channel,
        @Nullable Long typeId,
        @Nullable String type,
        long queueId,
        String queue,
        @Nullable Long ownerId,
        @Nullable String owner,
        @Nullable Long customerId,
        @Nullable String customer,
        @Nullable String customerLevel,
        @Nullable String valueClass,
        @Nullable Long contactId,
        @Nullable String contact,
        @Nullable String contactEmail,
        @Nullable String requesterName,
        @Nullable String requesterEmail,
        @Nullable Long productId,
        @Nullable String product,
        @Nullable Long opportunityId,
        @Nullable Long contractId,
        @Nullable String reference,
        @Nullable Instant firstReplyAt,
        @Nullable Instant waitingSince,
        @Nullable Instant solvedAt,
        int reopenings,
        @Nullable Integer satisfaction,
        boolean openingKnown,
        boolean timesContradict,
        @Nullable Long mergedIntoId,
        @Nullable Long mergedIntoNumber,
        @Nullable Long followsId,
        @Nullable Long followsNumber,
        Instant createdAt,
        Map<String, String> answers,
        CustomValues custom,
        int version) {

    /** What people call it, such as {@code #1234 No dial tone}. */
    public String title() {
        return "#" + number + " " + name;
    }

    /** Who wants it: the contact, else who it came from; null when nobody knows. */
    public @Nullable String requester() {
        return contact != null ? contact : requesterName != null ? requesterName : requesterEmail;
    }

    /** Where replies go; null when nobody knows. */
    public @Nullable String address() {
        return requesterEmail == null || requesterEmail.isEmpty() ? contactEmail : requesterEmail;
    }

    /** The same as a form starts with. */
    public SaveTicket toInput() {
        return new SaveTicket(
                name,
                null,
                channel,
                priority,
                typeId,
                queueId,
                ownerId,
                customerId,
                contactId,
                requesterName,
                requesterEmail,
                productId,
                opportunityId,
                contractId,
                reference,
                custom.typed(),
                version);
    }
}
