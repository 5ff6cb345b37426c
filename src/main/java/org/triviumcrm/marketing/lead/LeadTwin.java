package org.triviumcrm.marketing.lead;

import org.jspecify.annotations.Nullable;
import org.triviumcrm.marketing.people.PersonKind;

/**
 * Somebody who may be the same person: a lead, or a contact or customer already.
 *
 * @param at of the described ones, the place of the one that this may be
 * @param company of a contact its customer
 * @param state of a lead
 * @param sameEmail whether it has the same e-mail address, whatever its case
 * @param samePhone whether the last ten digits of a phone are the same
 * @param sameName whether it has the same name at the same company; of a customer, its own name where no other company is named
 */
public record LeadTwin(
        int at,
        PersonKind kind,
        long id,
        String name,
        @Nullable String company,
        @Nullable LeadState state,
        @Nullable String owner,
        boolean sameEmail,
        boolean samePhone,
        boolean sameName) {

    int signs() {
        return (sameEmail ? 1 : 0) + (samePhone ? 1 : 0) + (sameName ? 1 : 0);
    }
}
