package org.triviumcrm.support.enquiry;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import org.jspecify.annotations.Nullable;

/** How satisfied a customer is: from 1, not at all, to 5, fully. */
record RateEnquiry(@NotNull @Min(1) @Max(5) @Nullable Integer satisfaction) {}
