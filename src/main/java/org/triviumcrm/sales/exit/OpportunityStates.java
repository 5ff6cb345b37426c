package org.triviumcrm.sales.exit;

import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.triviumcrm.approval.ApprovalField;
import org.triviumcrm.approval.ApprovalInterest;
import org.triviumcrm.approval.Proposal;
import org.triviumcrm.approval.SubjectState;
import org.triviumcrm.customer.CustomFields;
import org.triviumcrm.customer.CustomValues;

/** Opportunities as conditions of approvals look at them: the facts, and the fields that administrators have added. */
@Component
public class OpportunityStates {

    private final CustomFields fields;
    private final ApprovalInterest interest;

    OpportunityStates(CustomFields fields, ApprovalInterest interest) {
        this.fields = fields;
        this.interest = interest;
    }

    public SubjectState of(OpportunityFacts facts) {
        return facts.asSubject(fields.compared(FactKeys.TYPE, facts.custom()));
    }

    /** @param target the stage of a move, else null */
    public Proposal proposal(OpportunityFacts then, String trigger, @Nullable Long target) {
        return new Proposal(FactKeys.TYPE, of(then), trigger, target);
    }

    /** With what administrators have added. A retired field stays, as a flow may ask for it. */
    public List<ApprovalField> withAdded(List<ApprovalField> known) {
        Stream<ApprovalField> added = fields.compared(FactKeys.TYPE).stream()
                .map(one -> new ApprovalField(one.key(), one.kind(), false, one.choices(), null, one.message()));
        return Stream.concat(known.stream(), added).toList();
    }

    /** The keys of added fields that differ, of those that a flow which is switched on asks for. */
    public List<String> changed(CustomValues before, CustomValues after) {
        return before.equals(after)
                ? List.of()
                : interest.changed(
                        FactKeys.TYPE, fields.compared(FactKeys.TYPE, before), fields.compared(FactKeys.TYPE, after));
    }
}
