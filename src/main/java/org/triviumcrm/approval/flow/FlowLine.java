package org.triviumcrm.approval.flow;

import org.jspecify.annotations.Nullable;
import org.triviumcrm.approval.definition.FlowDefinition;

/**
 * A flow for the list.
 *
 * @param shown what is shown of it: the active version, else the draft, else the last that was active
 * @param state of the version that is shown
 * @param activeNumber null when it is not switched on
 * @param draftNumber null when nobody works on it
 * @param running cases that are not decided yet
 */
record FlowLine(
        Flow flow,
        FlowDefinition shown,
        VersionState state,
        @Nullable Integer activeNumber,
        @Nullable Integer draftNumber,
        long running) {}
