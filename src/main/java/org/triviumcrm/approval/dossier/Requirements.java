package org.triviumcrm.approval.dossier;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.triviumcrm.approval.Proposal;
import org.triviumcrm.approval.Requirement;
import org.triviumcrm.approval.Requirement.Asked;
import org.triviumcrm.approval.definition.ApproverKind;
import org.triviumcrm.approval.definition.Step;
import org.triviumcrm.approval.rule.ApproverResolver;
import org.triviumcrm.approval.rule.Asking;
import org.triviumcrm.approval.rule.Seat;
import org.triviumcrm.approval.staff.CompanyStaff;
import org.triviumcrm.identity.People;
import org.triviumcrm.identity.Viewer;

/** Which flow an action has to pass, what it asks and whom. */
@Component
class Requirements {

    private final RunningFlowRepository flows;
    private final Subjects subjects;
    private final CompanyStaff staff;
    private final People people;

    Requirements(RunningFlowRepository flows, Subjects subjects, CompanyStaff staff, People people) {
        this.flows = flows;
        this.subjects = subjects;
        this.staff = staff;
        this.people = people;
    }

    /** For one question, or for one about many records. */
    ActiveFlows active() {
        return new ActiveFlows(flows, subjects);
    }

    /** @param viewer who would submit it; null when it need not be known who would be asked */
    Requirement of(Proposal proposal, RunningFlow flow, ActiveFlows active, @Nullable Viewer viewer) {
        List<Step> steps = active.steps(proposal, flow.definition());
        List<Asked> asked = viewer == null
                ? steps.stream()
                        .map(step -> new Asked(step.key(), step.name(), List.of(), null))
                        .toList()
                : asked(proposal, flow, steps, viewer);
        return new Requirement(
                flow.versionId(),
                flow.name(),
                proposal.trigger(),
                proposal.target(),
                asked,
                steps.stream()
                        .filter(Requirements::isLeftToSubmitter)
                        .map(Step::key)
                        .toList(),
                flow.since());
    }

    private List<Asked> asked(Proposal proposal, RunningFlow flow, List<Step> steps, Viewer viewer) {
        ApproverResolver resolver = new ApproverResolver(staff.now());
        Asking asking = new Asking(viewer.personId(), proposal.after().teamId(), List.of(), Set.of());
        Map<String, List<Long>> seats = new LinkedHashMap<>();
        Set<Long> everybody = new LinkedHashSet<>();
        for (Step step : steps) {
            if (!isLeftToSubmitter(step)) {
                List<Long> some = resolver
                        .seats(step.approvers(), flow.definition().edges(), asking)
                        .seats()
                        .stream()
                        .map(Seat::personId)
                        .toList();
                seats.put(step.key(), some);
                everybody.addAll(some);
            }
        }
        Map<Long, String> names = people.names(everybody);
        return steps.stream()
                .map(step -> new Asked(
                        step.key(),
                        step.name(),
                        seats.getOrDefault(step.key(), List.of()).stream()
                                .map(id -> names.getOrDefault(id, ""))
                                .toList(),
                        isLeftToSubmitter(step) ? choices(proposal, flow, step) : null))
                .toList();
    }

    private static @Nullable String choices(Proposal proposal, RunningFlow flow, Step step) {
        Long id = proposal.after().id();
        return id == null ? null : ChoiceController.address(flow.versionId(), step.key(), proposal.type(), id);
    }

    private static boolean isLeftToSubmitter(Step step) {
        return step.approvers().kind() == ApproverKind.CHOICE;
    }
}
