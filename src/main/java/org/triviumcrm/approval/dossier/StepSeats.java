package org.triviumcrm.approval.dossier;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Component;
import org.triviumcrm.approval.definition.Approvers;
import org.triviumcrm.approval.definition.Step;
import org.triviumcrm.approval.rule.ApproverResolver;
import org.triviumcrm.approval.rule.Asking;
import org.triviumcrm.approval.rule.Seating;
import org.triviumcrm.approval.rule.Staff;
import org.triviumcrm.approval.staff.CompanyStaff;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Whom a step of a case asks, as the company is now. */
@Component
class StepSeats {

    private final TaskRepository tasks;
    private final RunningFlowRepository flows;
    private final CompanyStaff staff;
    private final JsonMapper json;

    StepSeats(TaskRepository tasks, RunningFlowRepository flows, CompanyStaff staff, JsonMapper json) {
        this.tasks = tasks;
        this.flows = flows;
        this.staff = staff;
        this.json = json;
    }

    /** @param escalated whether those are wanted to whom the step goes because its time is over */
    Seating of(ApprovalCase about, Step step, boolean escalated) {
        Staff now = staff.now();
        Map<String, List<Long>> chosen = json.readValue(about.chosen(), new TypeReference<>() {});
        Asking asking = new Asking(
                about.submitterId(),
                about.teamId(),
                chosen.getOrDefault(step.key(), List.of()),
                escalated ? Set.of() : tasks.approvers(about));
        Approvers approvers =
                escalated ? Approvers.people(above(about, step, now).toArray(new Long[0])) : step.approvers();
        return new ApproverResolver(now)
                .seats(
                        approvers,
                        flows.version(about.flowVersionId()).definition().edges(),
                        asking);
    }

    private Set<Long> above(ApprovalCase about, Step step, Staff now) {
        Long named = step.limit() == null ? null : step.limit().escalateTo();
        if (named != null) {
            return Set.of(named);
        }
        Set<Long> above = new LinkedHashSet<>();
        for (CaseTask late : tasks.of(about, step.key())) {
            if (late.state() == TaskState.EXPIRED) {
                now.above(late.personId()).stream().findFirst().ifPresent(above::add);
            }
        }
        return above;
    }
}
