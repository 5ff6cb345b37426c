package org.triviumcrm.approval.dossier;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;
import org.triviumcrm.approval.ApprovedAction;
import org.triviumcrm.approval.CaseRef;

/** A case as it is stored. */
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
        String chosen) {

    CaseRef ref() {
        return new CaseRef(id, subjectType, subjectId, trigger, target, submitterId);
    }

    ApprovedAction approvedAction() {
        return new ApprovedAction(actionKind, action);
    }
}
