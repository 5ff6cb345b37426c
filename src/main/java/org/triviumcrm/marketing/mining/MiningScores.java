package org.triviumcrm.marketing.mining;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.triviumcrm.identity.Viewer;
import org.triviumcrm.marketing.mining.tree.Tree;

/** Which group of a model each record is in. */
interface MiningScores {

    /** The table, with {@code model_id}, {@code leaf} and the column of the subject. */
    String table();

    /** Before the first of all are scored. */
    void begin(long modelId);

    /**
     * Some that have not said yes, and the leaf of each at the same place.
     *
     * @param refused of each whether it was asked and so has said no
     * @param at of when that is
     */
    void add(long modelId, Tree tree, List<Long> records, List<Integer> leaves, List<Boolean> refused, Instant at);

    /** After the last of all were scored. */
    void end(MiningModel model);

    /** How many are in each group. */
    Map<Integer, Long> counts(Viewer viewer, long modelId);

    /** How many in each group have said no already; none where those are not scored. */
    default Map<Integer, Long> refused(Viewer viewer, long modelId) {
        return Map.of();
    }
}
