package org.triviumcrm.sales.contract;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;

/** That one of both ends a contract before its time, as typed. @param terminatedOn its last day */
public record TerminateContract(
        @NotNull(message = "{sales.contract.error.terminatedOn}")
        LocalDate terminatedOn,

        @NotBlank(message = "{sales.contract.error.reason}") @Size(max = 2000, message = "{form.tooLong}")
        String reason) {}
