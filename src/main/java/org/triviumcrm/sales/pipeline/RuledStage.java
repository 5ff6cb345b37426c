package org.triviumcrm.sales.pipeline;

import java.util.Set;

/**
 * What the rules say of one stage.
 *
 * @param entry whether new opportunities may begin here, where moves are chosen one by one
 * @param next the stages that may follow, where moves are chosen one by one
 * @param asked what has to be known of an opportunity in this stage
 */
public record RuledStage(long id, String name, StageKind kind, boolean entry, Set<Long> next, Set<StageField> asked) {

    public boolean isLost() {
        return kind == StageKind.LOST;
    }
}
