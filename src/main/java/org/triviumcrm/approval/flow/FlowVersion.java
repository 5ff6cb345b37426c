package org.triviumcrm.approval.flow;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.triviumcrm.approval.definition.FlowDefinition;

/**
 * A version of a flow. What it says changes only while it is a draft; the database guards that.
 *
 * @param processDefinitionId the engine's name of it; null for a draft
 * @param updatedBy who saved the draft last
 */
public record FlowVersion(
        long id,
        long flowId,
        int number,
        VersionState state,
        FlowDefinition definition,
        @Nullable String processDefinitionId,
        @Nullable Instant activatedAt,
        @Nullable Long activatedBy,
        @Nullable Instant retiredAt,
        @Nullable Long retiredBy,
        @Nullable Long updatedBy,
        Instant updatedAt,
        int version) {

    public boolean isDraft() {
        return state == VersionState.DRAFT;
    }

    public boolean isActive() {
        return state == VersionState.ACTIVE;
    }
}
