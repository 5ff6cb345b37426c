package org.triviumcrm.marketing.mining.tree;

import org.tribuo.Dataset;
import org.tribuo.classification.Label;
import org.tribuo.classification.dtree.CARTClassificationTrainer;
import org.tribuo.classification.dtree.impurity.GiniIndex;
import org.tribuo.common.tree.AbstractTrainingNode;

/**
 * The library's trees, with leaves of at least so many rows. Its own nodes take such a number for the size below which a node is left
 * as it is, and still cut three rows off forty thousand: a rule about three people is none.
 */
final class BoundTrainer extends CARTClassificationTrainer {

    private final Encoding encoding;
    private final int leaf;

    /** @param part of all features that each question is chosen from; less than 1 for a forest */
    BoundTrainer(Encoding encoding, int depth, int leaf, float part, long seed) {
        super(depth, 1, 0, part, false, new GiniIndex(), seed);
        this.encoding = encoding;
        this.leaf = leaf;
    }

    @Override
    protected AbstractTrainingNode<Label> mkTrainingNode(
            Dataset<Label> rows, AbstractTrainingNode.LeafDeterminer bounds) {
        return BoundNode.root(encoding, rows, bounds, leaf);
    }
}
