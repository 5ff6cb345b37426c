package org.triviumcrm.approval.absence;

import jakarta.validation.constraints.NotNull;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Somebody will be away, and somebody else decides meanwhile.
 *
 * @param personId who is away; null for the viewer
 * @param from the first day
 * @param until the last day
 * @param deputyId who decides meanwhile
 */
public record EnterAbsence(
        @Nullable Long personId,
        @NotNull(message = "{approval.absence.error.from}") LocalDate from,
        @NotNull(message = "{approval.absence.error.until}") LocalDate until,

        @NotNull(message = "{approval.absence.error.deputy}") @Nullable
        Long deputyId) {}
