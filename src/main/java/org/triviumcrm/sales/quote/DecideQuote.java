package org.triviumcrm.sales.quote;

import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/** What the customer says of a quote, as typed. @param remark who, how, and why */
record DecideQuote(
        @Nullable @Size(max = 2000, message = "{form.tooLong}")
        String remark) {}
