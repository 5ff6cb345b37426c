package org.triviumcrm.approval.flow;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.triviumcrm.approval.definition.FlowDefinition;
import org.triviumcrm.approval.definition.Step;
import org.triviumcrm.identity.Viewer;
import org.triviumcrm.shared.condition.ConditionField;
import org.triviumcrm.shared.history.EditConflict;
import org.triviumcrm.shared.web.NotFound;

/** What administrators do with flows and their drafts. Each waits for whoever changes the same flow. */
@Service
class FlowService {

    private final FlowRepository flows;
    private final FlowVersionRepository versions;
    private final FlowSubjects subjects;

    FlowService(FlowRepository flows, FlowVersionRepository versions, FlowSubjects subjects) {
        this.flows = flows;
        this.versions = versions;
        this.subjects = subjects;
    }

    /** With its first draft, behind all other flows. @return its id */
    @CanManageFlows
    @Transactional
    long create(Viewer viewer, FlowForm form) {
        FlowSubject subject = subject(viewer, form);
        refuseName(form, 0);
        Long target = target(subject, form);
        long id = named(() -> flows.insert(form.getName().strip(), subject.type(), form.trigger(), target));
        versions.insert(id, form.read(subject.fields()), viewer.personId());
        return id;
    }

    /**
     * Saves the draft, and a new one when the flow has none.
     *
     * @throws org.springframework.orm.ObjectOptimisticLockingFailureException when somebody else has saved, switched on or
     *     discarded the draft since the form was opened
     */
    @CanManageFlows
    @Transactional
    void save(Viewer viewer, long id, FlowForm form) {
        Flow flow = flows.lock(id).orElseThrow(NotFound::new);
        List<FlowVersion> all = versions.of(id);
        FlowVersion draft =
                all.stream().filter(FlowVersion::isDraft).findFirst().orElse(null);
        Integer opened = samePlace(form.getDraft(), draft) ? form.getVersion() : null;
        EditConflict.refuseStale(FlowVersion.class, id, opened, draft == null ? -1 : draft.version());
        refuseName(form, id);
        boolean settled = all.stream().anyMatch(version -> !version.isDraft());
        FlowSubject subject = settled
                ? subjects.find(flow.subjectType(), viewer.locale())
                        .orElseThrow(() -> new FlowRefusal("what", "form.choose"))
                : subject(viewer, form);
        String trigger = settled ? flow.trigger() : form.trigger();
        Long target = settled ? flow.target() : target(subject, form);
        named(() -> flows.change(id, form.getName().strip(), subject.type(), trigger, target));
        FlowDefinition definition = withNewKeys(form.read(subject.fields()), all);
        if (draft == null) {
            versions.insert(id, definition, viewer.personId());
        } else {
            versions.save(draft.id(), definition, viewer.personId());
        }
    }

    /** Begins a draft with what is active, or was last. Without effect when there is a draft already. */
    @CanManageFlows
    @Transactional
    void begin(Viewer viewer, long id) {
        flows.lock(id).orElseThrow(NotFound::new);
        List<FlowVersion> all = versions.of(id);
        if (all.stream().noneMatch(FlowVersion::isDraft)) {
            FlowVersion from =
                    all.stream().filter(FlowVersion::isActive).findFirst().orElseGet(() -> all.get(0));
            versions.insert(id, from.definition(), viewer.personId());
        }
    }

    /** Takes the draft away; a flow without any other version goes with it. @return whether the flow is still there */
    @CanManageFlows
    @Transactional
    boolean discard(Viewer viewer, long id) {
        flows.lock(id).orElseThrow(NotFound::new);
        List<FlowVersion> all = versions.of(id);
        all.stream().filter(FlowVersion::isDraft).findFirst().ifPresent(draft -> versions.delete(draft.id()));
        if (all.stream().allMatch(FlowVersion::isDraft)) {
            flows.delete(id);
            return false;
        }
        return true;
    }

    /** @throws FlowRefusal when cases have begun on it: they name it */
    @CanManageFlows
    @Transactional
    void delete(Viewer viewer, long id) {
        flows.lock(id).orElseThrow(NotFound::new);
        if (versions.cases(id).values().stream().anyMatch(cases -> cases[0] > 0)) {
            throw new FlowRefusal(null, "approval.flow.refusal.used");
        }
        flows.delete(id);
    }

    /** Changes places with its neighbour among the flows about the same kind of record. @param step -1 up, 1 down */
    @CanManageFlows
    @Transactional
    void move(Viewer viewer, long id, int step) {
        List<Flow> all = flows.lockAll();
        Flow moved = all.stream().filter(flow -> flow.id() == id).findFirst().orElseThrow(NotFound::new);
        List<Flow> same = all.stream()
                .filter(flow -> flow.subjectType().equals(moved.subjectType()))
                .toList();
        int to = same.indexOf(moved) + Integer.signum(step);
        if (to >= 0 && to < same.size()) {
            Flow other = same.get(to);
            for (int at = 0; at < all.size(); at++) {
                Flow flow = all.get(at);
                long stands = flow.id() == id ? other.id() : flow.id() == other.id() ? id : flow.id();
                flows.place(stands, at + 1);
            }
        }
    }

    private FlowSubject subject(Viewer viewer, FlowForm form) {
        Optional<FlowSubject> subject = subjects.find(form.type(), viewer.locale())
                .filter(found -> found.trigger(form.trigger()).isPresent());
        return subject.orElseThrow(() -> new FlowRefusal("what", "form.choose"));
    }

    private static @Nullable Long target(FlowSubject subject, FlowForm form) {
        FlowSubject.Trigger trigger = subject.trigger(form.trigger()).orElseThrow();
        Long target = StepReading.id(form.getTarget());
        if (trigger.isGone(target)) {
            throw new FlowRefusal("target", "form.choose");
        }
        return trigger.leads() ? target : null;
    }

    private void refuseName(FlowForm form, long id) {
        if (flows.isNameTaken(form.getName().strip(), id)) {
            throw new FlowRefusal("name", "approval.flow.error.nameTaken");
        }
    }

    /** Somebody else may take the name between the look at it and the writing. */
    private static long named(LongSupplier writing) {
        try {
            return writing.getAsLong();
        } catch (DuplicateKeyException taken) {
            throw new FlowRefusal("name", "approval.flow.error.nameTaken");
        }
    }

    private static boolean samePlace(@Nullable Long opened, @Nullable FlowVersion draft) {
        return draft == null || opened != null && opened == draft.id();
    }

    /**
     * Keys of steps are never used again in a flow, as comparisons and cases go by them. Those of the form are kept when they
     * are of the kind; others, which no page of ours sends, become new ones.
     */
    static FlowDefinition withNewKeys(FlowDefinition typed, List<FlowVersion> all) {
        Map<String, Boolean> taken = new HashMap<>();
        int next = Math.max(lastStep(all.stream().map(FlowVersion::definition).toList()), lastStep(List.of(typed)));
        List<Step> steps = new ArrayList<>();
        for (Step step : typed.steps()) {
            boolean fine = step.key().matches("s[1-9]\\d{0,3}") && taken.putIfAbsent(step.key(), true) == null;
            steps.add(fine ? step : step.named("s" + ++next));
        }
        return new FlowDefinition(typed.when(), steps, typed.edges());
    }

    /** The highest number of a step in some definitions; 0 for none. */
    static int lastStep(List<FlowDefinition> definitions) {
        return definitions.stream()
                .flatMap(definition -> definition.steps().stream())
                .map(Step::key)
                .filter(key -> key.matches("s[1-9]\\d{0,3}"))
                .mapToInt(key -> Integer.parseInt(key.substring(1)))
                .max()
                .orElse(0);
    }

    static Map<String, ConditionField> fields(@Nullable FlowSubject subject) {
        return subject == null ? Map.of() : subject.fields();
    }
}
