package org.triviumcrm.approval.flow;

import java.time.Clock;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.triviumcrm.approval.engine.Engine;
import org.triviumcrm.identity.Viewer;
import org.triviumcrm.shared.history.EditConflict;
import org.triviumcrm.shared.web.NotFound;

/** Switches flows on and off. Cases that run finish on the version they began with. */
@Service
class FlowActivationService {

    private final FlowRepository flows;
    private final FlowVersionRepository versions;
    private final FlowSubjects subjects;
    private final FlowPreviews previews;
    private final Engine engine;
    private final Clock clock;

    FlowActivationService(
            FlowRepository flows,
            FlowVersionRepository versions,
            FlowSubjects subjects,
            FlowPreviews previews,
            Engine engine,
            Clock clock) {
        this.flows = flows;
        this.versions = versions;
        this.subjects = subjects;
        this.previews = previews;
        this.engine = engine;
        this.clock = clock;
    }

    /**
     * Makes the draft the active version; the one that was it retires.
     *
     * @param draft id of the draft that the viewer looked at, and its version
     * @throws FlowRefusal when something is still missing
     * @throws org.springframework.orm.ObjectOptimisticLockingFailureException when the draft is not any more as the viewer saw it
     */
    @CanManageFlows
    @Transactional
    void switchOn(Viewer viewer, long id, @Nullable Long draft, @Nullable Integer version) {
        Flow flow = flows.lock(id).orElseThrow(NotFound::new);
        FlowVersion now = versions.in(id, VersionState.DRAFT).orElse(null);
        boolean seen = now != null && draft != null && draft == now.id();
        EditConflict.refuseStale(FlowVersion.class, id, seen ? version : null, now == null ? -1 : now.version());
        if (now == null) {
            throw new NotFound();
        }
        FlowSubject subject = subjects.find(flow.subjectType(), viewer.locale()).orElseThrow(NotFound::new);
        if (!previews.problems(subject, flow.trigger(), flow.target(), now.definition())
                .isEmpty()) {
            throw new FlowRefusal(null, "approval.flow.refusal.problems");
        }
        String process = engine.deploy("flow-" + id, now.definition());
        // at one instant: a gap would say that nobody was asked for a while
        Instant time = clock.instant();
        retire(viewer, id, time);
        versions.activate(now.id(), process, viewer.personId(), time);
    }

    /** From now on the flow asks nobody. Without effect when it is off already. */
    @CanManageFlows
    @Transactional
    void switchOff(Viewer viewer, long id) {
        flows.lock(id).orElseThrow(NotFound::new);
        retire(viewer, id, clock.instant());
    }

    private void retire(Viewer viewer, long id, Instant time) {
        versions.in(id, VersionState.ACTIVE).ifPresent(active -> versions.retire(active.id(), viewer.personId(), time));
    }
}
