package org.triviumcrm.sales.board;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** An opportunity on the board; {@code changeable} by whoever looks at it. {@code sortKey} is what the column is ordered by, as text. */
public record BoardCard(
        long id,
        long stageId,
        String name,
        @Nullable Long customerId,
        @Nullable String customer,
        @Nullable BigDecimal amount,
        String currency,
        BigDecimal probability,
        @Nullable LocalDate expectedCloseDate,
        @Nullable String nextStep,
        String owner,
        Instant stageEnteredAt,
        @Nullable Instant lastActivityAt,
        @Nullable Long approvalCaseId,
        boolean changeable,
        String sortKey) {

    private static final int STALE_DAYS = 14;

    /** Whether it waits for an approval and stays where it is. */
    public boolean isLocked() {
        return approvalCaseId != null;
    }

    public boolean isOverdue(LocalDate today) {
        return expectedCloseDate != null && expectedCloseDate.isBefore(today);
    }

    /** Nothing has happened for two weeks. */
    public boolean isStale(Instant now) {
        Instant last =
                lastActivityAt == null || lastActivityAt.isBefore(stageEnteredAt) ? stageEnteredAt : lastActivityAt;
        return last.isBefore(now.minusSeconds(STALE_DAYS * 86_400L));
    }
}
