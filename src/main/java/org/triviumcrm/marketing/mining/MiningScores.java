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
     * @param at of when that is
     */
    void add(long modelId, Tree tree, List<Long> records, List<Integer> leaves, Instant at);

    /** After the last of all were scored. */
    void end(MiningModel model);

    /** How many are in each group. */
    Map<Integer, Long> counts(Viewer viewer, long modelId);
}
