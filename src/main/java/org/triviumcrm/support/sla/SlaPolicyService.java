package org.triviumcrm.support.sla;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.triviumcrm.identity.Viewer;
import org.triviumcrm.shared.condition.ConditionField;
import org.triviumcrm.shared.history.EditConflict;
import org.triviumcrm.shared.web.NotFound;

/** The policies: what is promised, about which tickets. */
@Service
public class SlaPolicyService {

    private final SlaPolicyRepository policies;
    private final PolicyConditions conditions;
    private final TimerRepository timers;
    private final Clock clock;

    SlaPolicyService(SlaPolicyRepository policies, PolicyConditions conditions, TimerRepository timers, Clock clock) {
        this.policies = policies;
        this.conditions = conditions;
        this.timers = timers;
        this.clock = clock;
    }

    /** In the order in which they are asked. */
    @CanManagePromises
    @Transactional(readOnly = true)
    List<SlaPolicy> all(Viewer viewer) {
        return policies.findByOrderByPositionAscIdAsc();
    }

    @CanManagePromises
    @Transactional(readOnly = true)
    PolicyForm find(Viewer viewer, long id, Map<String, ConditionField> fields) {
        SlaPolicy policy = load(id);
        return PolicyForm.of(policy, conditions.read(policy.getConditions()), fields);
    }

    @CanManagePromises
    @Transactional(readOnly = true)
    boolean isNameTaken(Viewer viewer, String name, long exceptId) {
        return policies.findByNameIgnoreCase(name.strip())
                .filter(other -> other.getId() != exceptId)
                .isPresent();
    }

    /** Behind the others. @param form without anything wrong in it */
    @CanManagePromises
    @Transactional
    long create(Viewer viewer, PolicyForm form, Map<String, ConditionField> fields) {
        form.keepConditions(conditions.write(form.getWhen().read(fields)));
        int position = (int) policies.count() + 1;
        timers.recount();
        return policies.save(new SlaPolicy(form, position, clock.instant())).getId();
    }

    /** @throws org.springframework.orm.ObjectOptimisticLockingFailureException when somebody has changed it since */
    @CanManagePromises
    @Transactional
    void update(Viewer viewer, long id, PolicyForm form, Map<String, ConditionField> fields) {
        form.keepConditions(conditions.write(form.getWhen().read(fields)));
        SlaPolicy policy = load(id);
        EditConflict.refuseStale(SlaPolicy.class, id, form.getVersion(), policy.getVersion());
        policy.change(form, clock.instant());
        timers.recount();
    }

    /** Changes places with its neighbour. */
    @CanManagePromises
    @Transactional
    void move(Viewer viewer, long id, int step) {
        SlaPolicy policy = load(id);
        List<SlaPolicy> all = new ArrayList<>(policies.findByOrderByPositionAscIdAsc());
        int to = all.indexOf(policy) + Integer.signum(step);
        if (to >= 0 && to < all.size()) {
            all.remove(policy);
            all.add(to, policy);
        }
        for (int at = 0; at < all.size(); at++) {
            all.get(at).moveTo(at + 1);
        }
        timers.recount();
    }

    @CanManagePromises
    @Transactional
    void remove(Viewer viewer, long id) {
        policies.delete(load(id));
        timers.recount();
    }

    private SlaPolicy load(long id) {
        return policies.findById(id).orElseThrow(NotFound::new);
    }
}
