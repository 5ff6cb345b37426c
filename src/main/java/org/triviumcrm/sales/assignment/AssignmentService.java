package org.triviumcrm.sales.assignment;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.triviumcrm.identity.SignedIn;
import org.triviumcrm.identity.Viewer;
import org.triviumcrm.shared.history.EditConflict;
import org.triviumcrm.shared.search.Search;
import org.triviumcrm.shared.web.NotFound;
import org.triviumcrm.shared.web.Option;

/** The rules for new opportunities, and trying them. */
@Service
public class AssignmentService {

    private final AssignmentRuleRepository rules;
    private final AssignmentRepository assignments;
    private final AssignmentConditions conditions;
    private final Assigner assigner;
    private final Search search;
    private final Clock clock;

    AssignmentService(
            AssignmentRuleRepository rules,
            AssignmentRepository assignments,
            AssignmentConditions conditions,
            Assigner assigner,
            Search search,
            Clock clock) {
        this.rules = rules;
        this.assignments = assignments;
        this.conditions = conditions;
        this.assigner = assigner;
        this.search = search;
        this.clock = clock;
    }

    /** Whether new opportunities can be left to rules. */
    @SignedIn
    @Transactional(readOnly = true)
    public boolean isInUse(Viewer viewer) {
        return assigner.isInUse();
    }

    /** How an opportunity, which the caller may see, came to its first owner. */
    @SignedIn
    @Transactional(readOnly = true)
    public Optional<AssignmentNote> noteOf(Viewer viewer, long opportunityId) {
        return assignments.noteOf(opportunityId);
    }

    @CanManageAssignment
    @Transactional(readOnly = true)
    List<AssignmentRow> all(Viewer viewer) {
        return assignments.rows();
    }

    @CanManageAssignment
    @Transactional(readOnly = true)
    SaveAssignmentRule find(Viewer viewer, long id) {
        return conditions.of(load(id));
    }

    @CanManageAssignment
    @Transactional(readOnly = true)
    boolean isNameTaken(Viewer viewer, String name, long exceptId) {
        return rules.findByNameIgnoreCase(name.strip())
                .filter(other -> other.getId() != exceptId)
                .isPresent();
    }

    /** Behind the others. */
    @CanManageAssignment
    @Transactional
    void create(Viewer viewer, SaveAssignmentRule input) {
        int position = (int) rules.count() + 1;
        rules.save(new AssignmentRule(input, conditions.write(input), position, clock));
    }

    /** @throws org.springframework.orm.ObjectOptimisticLockingFailureException when somebody has changed it since */
    @CanManageAssignment
    @Transactional
    void update(Viewer viewer, long id, SaveAssignmentRule input) {
        AssignmentRule rule = load(id);
        EditConflict.refuseStale(AssignmentRule.class, id, input.version(), rule.getVersion());
        rule.change(input, conditions.write(input), clock);
    }

    /** Changes places with its neighbour. */
    @CanManageAssignment
    @Transactional
    void move(Viewer viewer, long id, int step) {
        AssignmentRule rule = load(id);
        List<AssignmentRule> all = new ArrayList<>(rules.findByOrderByPositionAscIdAsc());
        int to = all.indexOf(rule) + Integer.signum(step);
        if (to >= 0 && to < all.size()) {
            all.remove(rule);
            all.add(to, rule);
        }
        for (int at = 0; at < all.size(); at++) {
            all.get(at).moveTo(at + 1);
        }
    }

    @CanManageAssignment
    @Transactional
    void remove(Viewer viewer, long id) {
        rules.delete(load(id));
    }

    /**
     * What the rules would do with an opportunity that is there, in their order, without doing it.
     *
     * @throws NotFound when there is none of this id
     */
    @CanManageAssignment
    @Transactional(readOnly = true)
    List<TriedRule> tried(Viewer viewer, long opportunityId) {
        return assigner.tried(assignments.sample(viewer, opportunityId).orElseThrow(NotFound::new), false);
    }

    /** Opportunities to try the rules on, by a part of their name. */
    @CanManageAssignment
    @Transactional(readOnly = true)
    List<Option> samples(Viewer viewer, @Nullable String text) {
        return text == null || text.isBlank()
                ? List.of()
                : search.choices(viewer, "opportunity", text, 20).stream()
                        .map(hit -> new Option(hit.id(), hit.name()))
                        .toList();
    }

    /** What the opportunity that is tried is called. */
    @CanManageAssignment
    @Transactional(readOnly = true)
    String nameOf(Viewer viewer, long opportunityId) {
        return assignments
                .sample(viewer, opportunityId)
                .orElseThrow(NotFound::new)
                .name();
    }

    private AssignmentRule load(long id) {
        return rules.findById(id).orElseThrow(NotFound::new);
    }
}
