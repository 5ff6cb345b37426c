package org.triviumcrm.approval.diagram;

import java.util.List;

/**
 * A step as the drawing of a flow shows it.
 *
 * @param name as the administrator called it
 * @param lines what is said about it, each a short sentence in the reader's language
 * @param sometimes whether a case can pass it over
 */
public record DiagramStep(String name, List<String> lines, boolean sometimes, Standing standing) {

    /** Where a case stands with it. */
    public enum Standing {
        /** No case is shown, or it has not come so far. */
        AHEAD,
        /** People are asked now. */
        PRESENT,
        /** Decided, or passed over. */
        DONE
    }

    public DiagramStep {
        lines = List.copyOf(lines);
    }
}
