package org.triviumcrm.approval.absence;

import org.springframework.stereotype.Component;
import org.triviumcrm.approval.dossier.Replacements;

/** What somebody is asked goes on to others at once, as the rules say; within the transaction of whoever wants it. */
@Component
class GivingAway {

    /** More than that is left to {@link AbsenceJob}: nobody waits minutes for a form, nor for what it locks. */
    static final int AT_ONCE = 100;

    private final UnattendedRepository unattended;
    private final Replacements replacements;

    GivingAway(UnattendedRepository unattended, Replacements replacements) {
        this.unattended = unattended;
        this.replacements = replacements;
    }

    void of(long personId) {
        unattended.of(personId, AT_ONCE).forEach(replacements::byTheRules);
    }
}
