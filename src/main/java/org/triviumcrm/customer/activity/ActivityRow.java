package org.triviumcrm.customer.activity;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
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
        Instant updatedAt,
        boolean planned,
        @Nullable Instant endsAt,
        @Nullable LocalDate firstDay,
        @Nullable LocalDate lastDay,
        @Nullable String place,
        @Nullable String outcome,
        @Nullable Instant cancelledAt) {

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

    public boolean isCancelled() {
        return cancelledAt != null;
    }

    /** Whether it has still to be done, or to take place. */
    public boolean isOpen() {
        return (isTask() || planned) && !isDone() && !isCancelled();
    }

    /** A task whose time has come, or a meeting or call that is over and of which nobody has said how it went. */
    public boolean isOverdue(Instant now) {
        Instant end = endsAt == null ? at : endsAt;
        return isOpen() && end.isBefore(now);
    }
}
