package org.triviumcrm.marketing.lead;

import org.jspecify.annotations.Nullable;

/**
 * A lead that may be the same person as another.
 *
 * @param sameEmail whether it has the same e-mail address, whatever its case
 * @param samePhone whether the last ten digits of the phone are the same
 * @param sameName whether it has the same name at the same company
 */
public record LeadTwin(
        long id,
        String name,
        @Nullable String company,
        LeadState state,
        @Nullable String owner,
        boolean sameEmail,
        boolean samePhone,
        boolean sameName) {}
