package org.triviumcrm.calendar.entry;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/** How it went; without minutes, it took as long as was planned. */
record FinishEntry(
        @Nullable @Size(max = 20000, message = "{form.tooLong}")
        String outcome,

        @Nullable
        @Min(value = 0, message = "{customer.activity.error.minutes}")
        @Max(value = 10080, message = "{customer.activity.error.minutes}")
        Integer minutes) {}
