package org.triviumcrm.marketing.mining.tree;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;
import org.tribuo.Dataset;
import org.tribuo.Example;
import org.tribuo.classification.Label;
import org.tribuo.common.tree.AbstractTrainingNode;
import org.tribuo.common.tree.LeafNode;
import org.tribuo.common.tree.Node;

/** A node while a tree is learned: its rows, and the question that parts them best with enough rows on either side. */
final class BoundNode extends AbstractTrainingNode<Label> {

    private static final long serialVersionUID = 1;

    /** What all nodes of a tree share: for each of its rows, in which order the nodes hold them, their outcome and weight. */
    private record Shared(
            Encoding encoding, Dataset<Label> rows, int[] places, boolean[] yes, float[] weights, int leaf) {}

    private final transient Shared shared;
    private final transient int[] held;
    private final double yesWeight;
    private final double weight;

    private BoundNode(Shared shared, int[] held, int depth, LeafDeterminer bounds) {
        super(depth, held.length, bounds);
        this.shared = shared;
        this.held = held;
        double yes = 0;
        double all = 0;
        for (int one : held) {
            all += shared.weights[one];
            yes += shared.yes[one] ? shared.weights[one] : 0;
        }
        yesWeight = yes;
        weight = all;
        impurityScore = Questions.impurity(yes, all) / Math.max(all, 1e-12);
    }

    static BoundNode root(Encoding encoding, Dataset<Label> rows, LeafDeterminer bounds, int leaf) {
        int size = rows.size();
        Shared shared = new Shared(encoding, rows, new int[size], new boolean[size], new float[size], leaf);
        int[] held = new int[size];
        int at = 0;
        for (Example<Label> example : rows) {
            EncodedRow row = (EncodedRow) example;
            shared.places[at] = row.row();
            shared.yes[at] = Learner.isYes(row.getOutput());
            shared.weights[at] = row.getWeight();
            held[at] = at;
            at++;
        }
        return new BoundNode(shared, held, 0, bounds);
    }

    @Override
    public List<AbstractTrainingNode<Label>> buildTree(int[] features, SplittableRandom random, boolean randomCuts) {
        Questions questions =
                new Questions(shared.encoding, shared.places, shared.yes, shared.weights, shared.leaf, held);
        Questions.@Nullable Found found = questions.best(shared.rows.getFeatureIDMap(), features, yesWeight, weight);
        if (found == null) {
            return List.of();
        }
        split = true;
        splitID = found.feature();
        splitValue = found.cut();
        BoundNode above = new BoundNode(shared, questions.side(found, true), depth + 1, leafDeterminer);
        BoundNode below = new BoundNode(shared, questions.side(found, false), depth + 1, leafDeterminer);
        greaterThan = above;
        lessThanOrEqual = below;
        return List.of(above, below);
    }

    @Override
    public Node<Label> convertTree() {
        if (split) {
            return createSplitNode();
        }
        double share = yesWeight / weight;
        Map<String, Label> scores = new LinkedHashMap<>();
        scores.put(Learner.YES, new Label(Learner.YES, share));
        scores.put(Learner.NO, new Label(Learner.NO, 1 - share));
        Label likely = share > 0.5 ? new Label(Learner.YES, share) : new Label(Learner.NO, 1 - share);
        return new LeafNode<>(impurityScore, likely, scores, true);
    }

    @Override
    public float getWeightSum() {
        return (float) weight;
    }

    @Override
    public double getImpurity() {
        return impurityScore;
    }
}
