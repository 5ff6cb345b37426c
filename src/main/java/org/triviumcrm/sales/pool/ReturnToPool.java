package org.triviumcrm.sales.pool;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;

/** Into which pool, and why. */
record ReturnToPool(
        @NotNull(message = "{sales.pool.error.pool}") Long poolId,

        @NotBlank(message = "{sales.pool.error.reason}") @Size(max = 300, message = "{form.tooLong}")
        String reason) {}
