package org.triviumcrm.approval.dossier;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.triviumcrm.approval.definition.ApproverKind;
import org.triviumcrm.approval.definition.EdgeRules;
import org.triviumcrm.approval.definition.FlowDefinition;
import org.triviumcrm.approval.definition.Step;
import org.triviumcrm.approval.rule.ApproverResolver;
import org.triviumcrm.approval.rule.Staff;
import org.triviumcrm.approval.staff.CompanyStaff;

/** The approvers whom the submitter chose: somebody for each step that leaves it to the submitter, and only who may be chosen. */
@Component
class ChosenApprovers {

    private final CompanyStaff staff;

    ChosenApprovers(CompanyStaff staff) {
        this.staff = staff;
    }

    /**
     * What counts of a choice: for the steps that apply and ask for one, each person once.
     *
     * @param applying those of the flow's steps that apply
     * @param chosen people by the key of the step, as they came from a form
     * @throws NotAllowed at the field {@code chosen} when somebody is missing or may not be chosen
     */
    Map<String, List<Long>> checked(
            long submitterId,
            @Nullable Long teamId,
            FlowDefinition flow,
            List<Step> applying,
            Map<String, List<Long>> chosen) {
        Map<String, List<Long>> checked = new LinkedHashMap<>();
        for (Step step : applying) {
            if (step.approvers().kind() == ApproverKind.CHOICE) {
                Set<Long> people = new LinkedHashSet<>(chosen.getOrDefault(step.key(), List.of()));
                check(submitterId, teamId, flow.edges(), step, people);
                checked.put(step.key(), new ArrayList<>(people));
            }
        }
        return checked;
    }

    private void check(long submitterId, @Nullable Long teamId, EdgeRules edges, Step step, Set<Long> people) {
        if (people.isEmpty()) {
            throw new NotAllowed("chosen", "approval.error.chooseSomebody");
        }
        Staff now = staff.now();
        boolean anybody = step.approvers().ids().isEmpty();
        Set<Long> choices = new ApproverResolver(now).choices(step.approvers(), teamId);
        for (long person : people) {
            if (!now.isActive(person) || !anybody && !choices.contains(person)) {
                throw new NotAllowed("chosen", "approval.error.notToChoose");
            }
            if (person == submitterId && edges.submitter() != EdgeRules.Submitter.ALLOW) {
                throw new NotAllowed("chosen", "approval.error.submitter");
            }
        }
    }
}
