package org.triviumcrm.sales.template;

import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/**
 * As what a quote is kept for others to begin with.
 *
 * @param templateId the one whose place it takes; null for a new one, which needs a name
 */
record KeepQuote(
        @Nullable @Size(max = 200, message = "{form.tooLong}")
        String name,

        @Nullable Long templateId) {}
