package org.triviumcrm.approval.dossier;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.triviumcrm.approval.definition.FlowDefinition;

/** A version of a flow that cases run on. */
record RunningFlow(
        long versionId,
        String name,
        @Nullable Long target,
        String processDefinitionId,
        FlowDefinition definition,
        Instant activatedAt) {}
