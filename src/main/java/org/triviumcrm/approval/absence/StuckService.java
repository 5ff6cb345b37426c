package org.triviumcrm.approval.absence;

import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.triviumcrm.approval.dossier.Replacements;
import org.triviumcrm.approval.staff.CompanyStaff;
import org.triviumcrm.identity.People;
import org.triviumcrm.identity.PersonRef;
import org.triviumcrm.identity.Viewer;
import org.triviumcrm.shared.web.NotFound;

/** Cases that the rules leave with nobody who can decide, for those who help them on. */
@Service
@Transactional
class StuckService {

    private final UnattendedRepository unattended;
    private final FlowNamesRepository flows;
    private final Replacements replacements;
    private final CompanyStaff staff;
    private final People people;

    StuckService(
            UnattendedRepository unattended,
            FlowNamesRepository flows,
            Replacements replacements,
            CompanyStaff staff,
            People people) {
        this.unattended = unattended;
        this.flows = flows;
        this.replacements = replacements;
        this.staff = staff;
        this.people = people;
    }

    @CanSeeCases
    @Transactional(readOnly = true)
    public List<StuckRow> stuck(Viewer viewer) {
        return unattended.stuck(staff.today());
    }

    /** Active flows that name people who have left: their next cases would not find them. */
    @CanSeeCases
    @Transactional(readOnly = true)
    public List<FlowWarning> warnings(Viewer viewer) {
        return flows.namingPeopleWhoLeft();
    }

    /** What somebody is asked, whoever it is. */
    @CanReassignTasks
    @Transactional(readOnly = true)
    public StuckRow asked(Viewer viewer, long taskId) {
        requireSight(viewer);
        return unattended.asked(taskId).stream().findFirst().orElseThrow(NotFound::new);
    }

    @CanReassignTasks
    @Transactional(readOnly = true)
    public @Nullable String name(Viewer viewer, @Nullable Long personId) {
        return personId == null
                ? null
                : people.find(personId).map(PersonRef::name).orElse(null);
    }

    /** @throws org.triviumcrm.shared.web.Refusal for somebody who must not be asked here */
    @CanReassignTasks
    public void reassign(Viewer viewer, long taskId, ReassignTask input) {
        requireSight(viewer);
        String reason = input.reason() == null || input.reason().isBlank() ? null : input.reason();
        replacements.byHand(viewer.personId(), taskId, Objects.requireNonNull(input.personId()), reason);
    }

    /** Whoever gives away what others are asked must be able to see it. */
    private static void requireSight(Viewer viewer) {
        if (!viewer.can("approval.case.view")) {
            throw new NotFound();
        }
    }
}
