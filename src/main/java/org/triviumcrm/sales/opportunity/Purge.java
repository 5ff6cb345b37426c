package org.triviumcrm.sales.opportunity;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What is kept of an opportunity that was purged, and who purged it when and why. */
public record Purge(
        long id,
        long opportunityId,
        String name,
        @Nullable String customer,
        OpportunityState state,
        @Nullable BigDecimal amount,
        String currency,
        LocalDate openedOn,
        @Nullable LocalDate closedOn,
        String owner,
        String reason,
        Instant purgedAt,
        @Nullable String purgedBy,
        long stageChanges,
        long stateChanges,
        long history,
        long activities,
        List<LeavingPeople.Share> shares) {}
