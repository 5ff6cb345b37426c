package org.triviumcrm.support.queue;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A queue as typed.
 *
 * @param position its place among the queues
 * @param mostOpen open tickets that a member has by assignment at most; null for no limit
 * @param version null for a new one
 */
record SaveQueue(
        @NotBlank(message = "{support.queue.error.name}") @Size(max = 100, message = "{form.tooLong}")
        String name,

        @NotNull(message = "{support.queue.error.position}")
        @Min(value = 1, message = "{support.queue.error.position}")
        @Max(value = 1000, message = "{support.queue.error.position}")
        Integer position,

        List<Long> memberIds,

        @NotNull(message = "{support.queue.error.assignment}")
        QueueAssignment assignment,

        @Min(value = 1, message = "{support.queue.error.mostOpen}")
        @Max(value = 1000, message = "{support.queue.error.mostOpen}")
        @Nullable
        Integer mostOpen,

        boolean active,
        @Nullable Integer version) {

    /** A form in which nothing is chosen sends no list. */
    @SuppressWarnings("NullAway")
    SaveQueue {
        memberIds = memberIds == null ? List.of() : List.copyOf(memberIds);
    }

    static SaveQueue proposed(int position) {
        return new SaveQueue("", position, List.of(), QueueAssignment.BY_HAND, null, true, null);
    }

    static SaveQueue of(TicketQueue queue) {
        return new SaveQueue(
                queue.getName(),
                queue.getPosition(),
                queue.memberIds().stream().sorted().toList(),
                queue.getAssignment(),
                queue.getMostOpen(),
                queue.isActive(),
                queue.getVersion());
    }
}
