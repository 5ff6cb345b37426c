package org.triviumcrm.customer.activity;

import java.math.BigDecimal;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** An activity in a timeline or among the tasks. */
public record ActivityRow(
        long id,
        ActivityKind kind,
        String aboutType,
        long aboutId,
        @Nullable String customer,
        @Nullable Long customerId,
        String subject,
        @Nullable String body,
        Instant at,
        @Nullable Integer minutes,
        @Nullable CostKind costKind,
        @Nullable BigDecimal cost,
        @Nullable String costCurrency,
        @Nullable Instant doneAt,
        long ownerId,
        String owner,
        Instant createdAt,
        Instant updatedAt) {

    /** The record it is about, written {@code opportunity:42}. */
    public String about() {
        return aboutType + ":" + aboutId;
    }

    /** {@code new} or {@code changed} when somebody else wrote or changed it since a visit, else empty. */
    public String freshness(@Nullable Instant visited, long reader) {
        if (visited == null || ownerId == reader || !updatedAt.isAfter(visited)) {
            return "";
        }
        return createdAt.isAfter(visited) ? "new" : "changed";
    }

    public boolean isTask() {
        return kind == ActivityKind.TASK;
    }

    public boolean isDone() {
        return doneAt != null;
    }

    public boolean isOverdue(Instant now) {
        return isTask() && !isDone() && at.isBefore(now);
    }
}
