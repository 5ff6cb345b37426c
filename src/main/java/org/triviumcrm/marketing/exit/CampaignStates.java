package org.triviumcrm.marketing.exit;

import java.util.List;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import org.triviumcrm.approval.ApprovalField;
import org.triviumcrm.approval.ApprovalInterest;
import org.triviumcrm.approval.Proposal;
import org.triviumcrm.approval.SubjectState;
import org.triviumcrm.customer.CustomFields;

/** Campaigns as conditions of approvals look at them: the plan, and the fields that administrators have added. */
@Component
public class CampaignStates {

    private final CustomFields fields;
    private final ApprovalInterest interest;

    CampaignStates(CustomFields fields, ApprovalInterest interest) {
        this.fields = fields;
        this.interest = interest;
    }

    public SubjectState of(CampaignFacts facts) {
        return facts.asSubject(fields.compared(CampaignKeys.TYPE, facts.custom()));
    }

    Proposal proposal(CampaignFacts then, String trigger) {
        return new Proposal(CampaignKeys.TYPE, of(then), trigger, null);
    }

    /** With what administrators have added. A retired field stays, as a flow may ask for it. */
    public List<ApprovalField> withAdded(List<ApprovalField> known) {
        Stream<ApprovalField> added = fields.compared(CampaignKeys.TYPE).stream()
                .map(one -> new ApprovalField(one.key(), one.kind(), false, one.choices(), null, one.message()));
        return Stream.concat(known.stream(), added).toList();
    }

    /** Whether flows would see the same, and an approval of the one stands for the other. Added fields count where a flow asks for them. */
    boolean isSamePlan(CampaignFacts now, CampaignFacts then) {
        return now.isSamePlan(then)
                && interest.changed(
                                CampaignKeys.TYPE,
                                fields.compared(CampaignKeys.TYPE, now.custom()),
                                fields.compared(CampaignKeys.TYPE, then.custom()))
                        .isEmpty();
    }
}
