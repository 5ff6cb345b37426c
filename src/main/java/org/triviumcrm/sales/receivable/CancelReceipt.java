package org.triviumcrm.sales.receivable;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;

/** Why a receipt does not count. */
record CancelReceipt(
        @NotBlank(message = "{sales.receivable.error.reason}") @Size(max = 500, message = "{form.tooLong}")
        String reason) {}
