package org.triviumcrm.sales.member;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A co-owner, of now or of the past.
 *
 * @param until the last day; null for no end
 * @param endedAt when somebody ended it, or the person left; null when nobody did
 * @param active whether it counts today
 */
public record MemberRow(
        long personId,
        String name,
        Access access,
        @Nullable LocalDate until,
        Instant addedAt,
        @Nullable String addedBy,
        @Nullable Instant endedAt,
        @Nullable String endedBy,
        boolean active) {}
