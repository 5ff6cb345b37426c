package org.triviumcrm.support.care;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Something that is to be done for a customer, or was.
 *
 * @param contact whose birthday it is, or the number of the contract
 * @param person who has it to do
 * @param customer null where the reader does not see it
 */
public record DutyRow(
        long id,
        LocalDate dueOn,
        CareKind kind,
        String subject,
        @Nullable String contact,
        String person,
        @Nullable Instant doneAt,
        boolean dropped,
        @Nullable Long customerId,
        @Nullable String customer) {

    public DutyState state(LocalDate today) {
        if (doneAt != null) {
            return DutyState.DONE;
        }
        return dropped ? DutyState.DROPPED : dueOn.isBefore(today) ? DutyState.OVERDUE : DutyState.OPEN;
    }

    public String badge(LocalDate today) {
        return switch (state(today)) {
            case OPEN -> "open";
            case OVERDUE -> "overdue";
            case DONE -> "done";
            case DROPPED -> "retired";
        };
    }
}
