package org.triviumcrm.approval.flow;

import java.util.List;
import org.triviumcrm.approval.definition.FlowDefinition;

/**
 * A flow to be tried out.
 *
 * @param versions all, the newest first
 * @param version the one that is tried
 * @param earlier active flows about the same action that are asked before it
 */
public record TriedFlow(Flow flow, List<FlowVersion> versions, FlowVersion version, List<Earlier> earlier) {

    /** A flow that may apply first. */
    public record Earlier(Flow flow, FlowDefinition definition) {}
}
