package org.triviumcrm.approval.flow;

import java.util.List;

/** Two versions of a flow beside each other. @param numbers of all versions, the newest first */
record FlowComparison(Flow flow, List<Integer> numbers, int from, int to, FlowDifference difference) {}
