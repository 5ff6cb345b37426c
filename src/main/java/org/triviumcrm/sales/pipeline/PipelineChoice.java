package org.triviumcrm.sales.pipeline;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A pipeline to work in.
 *
 * @param teamId whose it is, null for everybody's
 * @param open how many open opportunities in it the viewer sees
 */
public record PipelineChoice(long id, String name, @Nullable Long teamId, long open) {

    /**
     * Where the viewer means to be until they say otherwise: where most of their open opportunities are, else in the
     * first. Whoever moves in with an own pipeline would otherwise begin in the empty one that a new system brings.
     */
    public static Optional<PipelineChoice> usual(List<PipelineChoice> inOrder) {
        Comparator<PipelineChoice> fuller = Comparator.comparingLong(PipelineChoice::open);
        return inOrder.stream().reduce((one, later) -> fuller.compare(later, one) > 0 ? later : one);
    }
}
