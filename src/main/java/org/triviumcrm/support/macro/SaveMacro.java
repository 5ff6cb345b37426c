package org.triviumcrm.support.macro;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.triviumcrm.support.ticket.TicketPriority;
import org.triviumcrm.support.ticket.TicketStatus;
import org.triviumcrm.support.ticket.TicketTaker;

/**
 * A macro as typed.
 *
 * @param queueId whose agents have it, when the audience is one queue
 * @param note whether the text is one among ourselves
 * @param newQueueId where it puts the ticket
 * @param version null for a new one
 */
record SaveMacro(
        @NotBlank(message = "{support.macro.error.name}") @Size(max = 100, message = "{form.tooLong}")
        String name,

        @NotNull(message = "{support.macro.error.position}")
        @Min(value = 1, message = "{support.macro.error.position}")
        @Max(value = 1000, message = "{support.macro.error.position}")
        Integer position,

        @NotNull(message = "{support.macro.error.audience}") MacroAudience audience,

        @Nullable Long queueId,

        @Nullable @Size(max = 10000, message = "{form.tooLong}")
        String textEn,

        @Nullable @Size(max = 10000, message = "{form.tooLong}")
        String textZh,

        boolean note,
        @Nullable TicketStatus status,
        @Nullable TicketPriority priority,
        @Nullable Long typeId,
        @Nullable Long newQueueId,
        @Nullable TicketTaker newOwner,
        boolean active,
        @Nullable Integer version) {

    static SaveMacro proposed(int position) {
        return new SaveMacro(
                "", position, MacroAudience.MINE, null, null, null, false, null, null, null, null, null, true, null);
    }

    static SaveMacro of(Macro macro) {
        return new SaveMacro(
                macro.getName(),
                macro.getPosition(),
                macro.audience(),
                macro.getQueueId(),
                macro.getTextEn(),
                macro.getTextZh(),
                macro.isNote(),
                macro.getStatus(),
                macro.getPriority(),
                macro.getTypeId(),
                macro.getNewQueueId(),
                macro.getNewOwner(),
                macro.isActive(),
                macro.getVersion());
    }

    /** Whether it neither says nor changes anything. */
    boolean isIdle() {
        boolean silent = Stream.of(textEn, textZh).allMatch(text -> text == null || text.isBlank());
        return silent
                && Stream.of(status, priority, typeId, newQueueId, newOwner).noneMatch(Objects::nonNull);
    }
}
