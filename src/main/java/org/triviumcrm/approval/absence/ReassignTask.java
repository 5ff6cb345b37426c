package org.triviumcrm.approval.absence;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/**
 * Somebody else is asked instead.
 *
 * @param personId who
 * @param reason what the trail says about it
 */
public record ReassignTask(
        @NotNull(message = "{approval.stuck.error.person}") @Nullable
        Long personId,

        @Nullable @Size(max = 2000, message = "{form.tooLong}")
        String reason) {}
