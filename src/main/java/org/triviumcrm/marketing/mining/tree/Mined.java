package org.triviumcrm.marketing.mining.tree;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.triviumcrm.marketing.mining.measure.ScoreCurve;
import org.triviumcrm.marketing.mining.measure.Share;

/**
 * What was learned, and how well it does.
 *
 * @param tree learned from two thirds of the rows
 * @param checked for each node of the tree, how those did who were set aside; by its place
 * @param depth chosen, or as wished
 * @param leaf chosen, or as wished
 * @param tried what was tried to choose them; empty where both were wished
 * @param folds AUC of each tenth, told by a tree that was learned from the others
 * @param curve of those who were set aside
 * @param time how it would have done for the latest third; null without moments
 * @param forest how a forest does for those who were set aside
 */
public record Mined(
        Tree tree,
        List<Share> checked,
        int depth,
        int leaf,
        List<Tried> tried,
        List<Double> folds,
        ScoreCurve curve,
        @Nullable InTime time,
        double forest,
        List<AttributeCheck> checks) {

    public Mined {
        checked = List.copyOf(checked);
        tried = List.copyOf(tried);
        folds = List.copyOf(folds);
        checks = List.copyOf(checks);
    }

    /**
     * @param auc on average
     * @param surprise on average: the less, the closer what was expected comes to what came true
     */
    public record Tried(int depth, int leaf, double auc, double surprise) {}

    /**
     * A tree learned from the earlier two thirds, asked about the latest.
     *
     * @param earlier how many of the earlier said yes
     * @param later how many of the latest did
     */
    public record InTime(double auc, Share earlier, Share later) {}

    /** On average over all tenths. */
    public double auc() {
        return folds.stream().mapToDouble(Double::doubleValue).average().orElse(0.5);
    }
}
