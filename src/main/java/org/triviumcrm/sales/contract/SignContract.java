package org.triviumcrm.sales.contract;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** That both have signed, as typed. @param signatoryId who has signed for the company */
public record SignContract(
        @NotNull(message = "{sales.contract.error.signedOn}")
        LocalDate signedOn,

        @NotNull(message = "{sales.contract.error.signatory}")
        Long signatoryId,

        @NotBlank(message = "{sales.contract.error.theirSignatory}") @Size(max = 200, message = "{form.tooLong}")
        String theirSignatory,

        @Nullable @Size(max = 200, message = "{form.tooLong}")
        String theirRole) {}
