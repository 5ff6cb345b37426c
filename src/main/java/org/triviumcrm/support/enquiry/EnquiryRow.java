package org.triviumcrm.support.enquiry;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A ticket in the list of a customer. @param requester who has it, null for the customer who looks */
public record EnquiryRow(
        long id,
        long number,
        String name,
        EnquiryStatus status,
        Instant createdAt,
        Instant lastWordAt,
        @Nullable String requester) {}
