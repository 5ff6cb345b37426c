package org.triviumcrm.approval.flow;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.triviumcrm.approval.diagram.FlowDiagram;

/**
 * What a flow says, in the reader's language.
 *
 * @param applies about what and when
 * @param edges what happens in the edge cases, one sentence each
 * @param problems what hinders it from being switched on, in the order of the form
 * @param warnings what does not hinder, but should be known
 */
public record FlowPreview(
        String applies,
        FlowDiagram drawing,
        List<Sentence> steps,
        List<String> edges,
        List<Problem> problems,
        List<Problem> warnings) {

    /** A step in one sentence. */
    public record Sentence(String name, String text) {}

    /**
     * One thing that is missing or wrong.
     *
     * @param place id of the part of the form where it is put right
     * @param step which one, counted from 1; null when it is the flow
     * @param text message key
     */
    public record Problem(String place, @Nullable Integer step, String text) {}

    /** Those of one part of the form. */
    public List<Problem> at(String place) {
        return problems.stream()
                .filter(problem -> problem.place().equals(place))
                .toList();
    }
}
