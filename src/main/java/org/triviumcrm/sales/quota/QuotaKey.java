package org.triviumcrm.sales.quota;

import org.jspecify.annotations.Nullable;
import org.triviumcrm.sales.QuotaMeasure;
import org.triviumcrm.sales.QuotaSubject;

/**
 * Whose quotas.
 *
 * @param id 0 for the company
 * @param pipeline null for all of them
 */
public record QuotaKey(
        QuotaMeasure measure,
        QuotaSubject subject,
        long id,
        @Nullable Long pipeline) {}
