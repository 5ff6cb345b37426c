package org.triviumcrm.approval.absence;

import java.util.List;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.triviumcrm.approval.dossier.Replacements;
import org.triviumcrm.identity.PersonSwitchedOff;

/** Who can't sign in any more decides nothing any more: what they were asked goes on to others at once. */
@Component
class LeavingApprovers {

    /** More than that is left to {@link AbsenceJob}, so that switching somebody off does not take minutes. */
    private static final int AT_ONCE = 100;

    private final UnattendedRepository unattended;
    private final Replacements replacements;

    LeavingApprovers(UnattendedRepository unattended, Replacements replacements) {
        this.unattended = unattended;
        this.replacements = replacements;
    }

    @EventListener
    void handOver(PersonSwitchedOff event) {
        List<Long> asked = unattended.of(event.personId());
        asked.stream().limit(AT_ONCE).forEach(replacements::byTheRules);
    }
}
