package org.triviumcrm.approval.dossier;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;
import org.triviumcrm.approval.ApprovedAction;
import org.triviumcrm.approval.CaseRef;

/**
 * A case as it is stored.
 *
 * @param failure while it runs: why carrying it out has failed, so that it is not tried again; see {@link CarryingOut}
 * @param version grows with what it asks for and how it stands, not with each decision
 */
record ApprovalCase(
        long id,
        long flowVersionId,
        String subjectType,
        long subjectId,
        String trigger,
        @Nullable Long target,
        String title,
        @Nullable BigDecimal amount,
        @Nullable String currency,
        long submitterId,
        @Nullable Long teamId,
        CaseState state,
        int round,
        @Nullable String processInstanceId,
        String facts,
        String actionKind,
        String action,
        String fingerprint,
        String chosen,
        @Nullable String failure,
        int version) {

    CaseRef ref() {
        return new CaseRef(id, subjectType, subjectId, trigger, target, submitterId);
    }

    ApprovedAction approvedAction() {
        return new ApprovedAction(actionKind, action);
    }
}
