package org.triviumcrm.sales.assignment;

import java.time.Clock;
import java.util.List;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.triviumcrm.identity.People;
import org.triviumcrm.identity.PersonRef;
import org.triviumcrm.identity.Viewer;
import org.triviumcrm.shared.web.NotFound;

/** How much open work rules may bring people to. */
@Service
class CapacityService {

    private final AssignmentCapacityRepository capacities;
    private final AssignmentRepository assignments;
    private final People people;
    private final Clock clock;

    CapacityService(
            AssignmentCapacityRepository capacities, AssignmentRepository assignments, People people, Clock clock) {
        this.capacities = capacities;
        this.assignments = assignments;
        this.people = people;
        this.clock = clock;
    }

    /** Those with a limit, by name. */
    @CanManageAssignment
    @Transactional(readOnly = true)
    public List<CapacityRow> all(Viewer viewer) {
        return assignments.capacities();
    }

    /**
     * The limit of a person from now on; none when both are empty.
     *
     * @throws NotFound when there is no such person
     */
    @CanManageAssignment
    @Transactional
    public void save(Viewer viewer, SaveCapacity input) {
        PersonRef found = people.find(input.personId()).orElseThrow(NotFound::new);
        long person = found.id();
        if (input.maxOpen() == null && input.maxValue() == null) {
            capacities.findByPersonId(person).ifPresent(capacities::delete);
            return;
        }
        AssignmentCapacity capacity =
                capacities.findByPersonId(person).orElseGet(() -> new AssignmentCapacity(person, clock));
        capacity.change(input, found.name(), clock);
        capacities.save(capacity);
    }
}
