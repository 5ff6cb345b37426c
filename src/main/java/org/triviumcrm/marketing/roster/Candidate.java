package org.triviumcrm.marketing.roster;

import org.jspecify.annotations.Nullable;
import org.triviumcrm.marketing.people.PersonKind;

/**
 * A record that may be the person whom a row names.
 *
 * @param signs what the two have in common, see {@link Sign}
 * @param name as names are compared
 * @param mute whether they want neither e-mails nor calls
 * @param contactId whom a lead has become
 * @param customerId whom a lead has become
 */
record Candidate(
        int at,
        PersonKind kind,
        long id,
        int signs,
        String name,
        boolean mute,
        @Nullable Long contactId,
        @Nullable Long customerId) {

    /** What a row and a record may have in common, the surest first. */
    enum Sign {
        REFERENCE,
        EMAIL,
        PHONE,
        NAME;

        int bit() {
            return 1 << ordinal();
        }
    }

    boolean has(Sign sign) {
        return (signs & sign.bit()) != 0;
    }

    /** Whether this lead is that contact or customer by now. */
    boolean hasBecome(Candidate other) {
        return kind == PersonKind.LEAD
                && (other.kind == PersonKind.CONTACT && Long.valueOf(other.id).equals(contactId)
                        || other.kind == PersonKind.CUSTOMER
                                && contactId == null
                                && Long.valueOf(other.id).equals(customerId));
    }
}
