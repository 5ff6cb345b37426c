package org.triviumcrm.approval.dossier;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.triviumcrm.approval.definition.FlowDefinition;

/**
 * A version of a flow that cases run on.
 *
 * @param activatedAt when this version took over
 * @param retiredAt when it ended; null while it is active
 * @param since when the flow was switched on, as this version or as one that led to it without a gap
 */
record RunningFlow(
        long flowId,
        long versionId,
        String name,
        @Nullable Long target,
        String processDefinitionId,
        FlowDefinition definition,
        Instant activatedAt,
        @Nullable Instant retiredAt,
        Instant since) {

    boolean wasActive(Instant at) {
        return !activatedAt.isAfter(at) && (retiredAt == null || retiredAt.isAfter(at));
    }
}
