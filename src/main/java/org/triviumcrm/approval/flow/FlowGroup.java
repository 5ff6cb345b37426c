package org.triviumcrm.approval.flow;

import java.util.List;

/** The flows about one kind of record, in the order in which they are asked whether they apply. */
record FlowGroup(String label, List<Row> rows) {

    /**
     * A flow in the list.
     *
     * @param applies when it applies, in one sentence
     * @param steps the names of its steps in order
     * @param targetGone whether it leads to something that is gone, so that it never applies
     * @param problems of an active one what has gone wrong since it was switched on, such as people who have left
     */
    record Row(
            FlowLine line,
            String applies,
            List<String> steps,
            boolean targetGone,
            List<FlowPreview.Problem> problems) {}
}
