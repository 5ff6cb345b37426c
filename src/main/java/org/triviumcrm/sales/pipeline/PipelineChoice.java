package org.triviumcrm.sales.pipeline;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * A pipeline to work in.
 *
 * @param preferred whether it is the usual one of the viewer's team
 * @param open how many open opportunities in it the viewer sees
 */
public record PipelineChoice(long id, String name, boolean preferred, long open) {

    /**
     * Where the viewer means to be until they say otherwise: in the usual one of their team, else where most of their open
     * opportunities are, else in the first. Whoever moves in with an own pipeline would otherwise begin in the empty one
     * that a new system brings.
     */
    public static Optional<PipelineChoice> usual(List<PipelineChoice> inOrder) {
        Comparator<PipelineChoice> better =
                Comparator.comparing(PipelineChoice::preferred).thenComparingLong(PipelineChoice::open);
        return inOrder.stream().reduce((one, later) -> better.compare(later, one) > 0 ? later : one);
    }
}
