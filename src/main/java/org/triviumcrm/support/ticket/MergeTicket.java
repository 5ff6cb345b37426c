package org.triviumcrm.support.ticket;

import jakarta.validation.constraints.NotNull;
import org.jspecify.annotations.Nullable;

/** In which other ticket it is read along. */
public record MergeTicket(
        @NotNull(message = "{support.merge.error.into}") @Nullable
        Long intoId) {}
