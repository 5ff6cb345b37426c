package org.triviumcrm.approval.absence;

import jakarta.validation.constraints.NotNull;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * An absence as it is to be; whose it is stays.
 *
 * @param from the first day
 * @param until the last day
 * @param deputyId who decides meanwhile
 * @param version of the absence as it was shown
 */
public record ChangeAbsence(
        @NotNull(message = "{approval.absence.error.from}") LocalDate from,
        @NotNull(message = "{approval.absence.error.until}") LocalDate until,

        @NotNull(message = "{approval.absence.error.deputy}") @Nullable
        Long deputyId,

        int version) {}
