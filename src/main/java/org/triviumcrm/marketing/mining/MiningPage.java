package org.triviumcrm.marketing.mining;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.triviumcrm.marketing.mining.tree.Mined;

/**
 * A model as its page shows it.
 *
 * @param question in the reader's words, with what it is about
 * @param mined null until it is ready
 * @param groups from the most likely on
 * @param runs what it has learned, the latest first
 * @param run which of these is shown; null for the latest, which is what is used
 */
public record MiningPage(
        MiningModel model,
        String question,
        @Nullable Mined mined,
        List<MiningGroup> groups,
        List<MiningUse> uses,
        List<MiningRun> runs,
        @Nullable Long run) {

    /** Whether who says yes has so changed that it should be learned anew: those found likely are so no more. */
    public boolean drifted() {
        long yes = groups.stream().mapToLong(MiningGroup::since).sum();
        return mined != null && yes >= 30 && since() < mined.curve().auc() - 0.1;
    }

    /** How well the groups told who would say yes after scoring; 0.5 is lots. */
    public double since() {
        return MiningGroup.curve(groups).auc();
    }

    public long scored() {
        return groups.stream().mapToLong(MiningGroup::scored).sum();
    }
}
