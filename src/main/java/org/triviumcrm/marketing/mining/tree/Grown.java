package org.triviumcrm.marketing.mining.tree;

import java.util.ArrayList;
import java.util.List;
import org.tribuo.classification.Label;
import org.tribuo.common.tree.SplitNode;
import org.tribuo.common.tree.TreeModel;

/**
 * A tree over an encoded sample, with how many rows came to each node. It stands for all shallower trees as well: cut off at a depth it
 * is the tree that would have been learned with that depth, as each question is chosen without regard to those below.
 */
final class Grown {

    private static final int LEAF = -1;
    private static final int NEVER = Integer.MAX_VALUE;

    /** Of the likelihood ratio: with one question it is passed by chance once in 1,500 times, among the hundreds that are tried far more often. */
    private static final double CLEAR = 12;

    private final Encoding encoding;
    private final List<int[]> nodes = new ArrayList<>();
    private long[] yes = new long[0];
    private long[] count = new long[0];

    private Grown(Encoding encoding) {
        this.encoding = encoding;
    }

    static Grown of(Encoding encoding, TreeModel<Label> model, int[] rows) {
        Grown grown = new Grown(encoding);
        grown.take(model, model.getRoot());
        grown.yes = new long[grown.nodes.size()];
        grown.count = new long[grown.nodes.size()];
        for (int row : rows) {
            grown.count(row);
        }
        grown.keep(0, 0);
        return grown;
    }

    /** attribute, code of the cut, place of what lies above it or is the value, place of the rest */
    private int take(TreeModel<Label> model, org.tribuo.common.tree.Node<Label> node) {
        int[] taken = {LEAF, 0, 0, 0, NEVER};
        int place = nodes.size();
        nodes.add(taken);
        if (node instanceof SplitNode<Label> split) {
            String name = model.getFeatureIDMap().get(split.getFeatureID()).getName();
            int is = name.indexOf(EncodedRow.IS);
            taken[0] = Integer.parseInt(is < 0 ? name : name.substring(0, is));
            taken[1] = is < 0 ? (int) Math.floor(split.splitValue()) : Integer.parseInt(name.substring(is + 1));
            taken[2] = take(model, split.getGreaterThan());
            taken[3] = take(model, split.getLessThanOrEqual());
        }
        return place;
    }

    private void count(int row) {
        int at = 0;
        while (true) {
            count[at]++;
            yes[at] += encoding.sample().outcome(row) ? 1 : 0;
            if (nodes.get(at)[0] == LEAF) {
                return;
            }
            at = next(at, row);
        }
    }

    private int next(int at, int row) {
        int[] node = nodes.get(at);
        int code = encoding.code(node[0], row);
        boolean above = encoding.isNumber(node[0]) ? code > node[1] : code == node[1];
        return above ? node[2] : node[3];
    }

    /**
     * A question is kept when it, or one below it, parts the rows more clearly than chance would among the many that were tried. Notes for
     * each node the depth of the uppermost such question below it.
     */
    private int keep(int at, int depth) {
        int[] node = nodes.get(at);
        int found = NEVER;
        if (node[0] != LEAF) {
            found = Math.min(keep(node[2], depth + 1), keep(node[3], depth + 1));
            if (2 * (told(node[2]) + told(node[3]) - told(at)) >= CLEAR) {
                found = depth;
            }
        }
        node[4] = found;
        return found;
    }

    /** Logarithm of how likely what came true is with the node's share. */
    private double told(int at) {
        return part(yes[at], count[at]) + part(count[at] - yes[at], count[at]);
    }

    private static double part(double some, double all) {
        return some == 0 ? 0 : some * Math.log(some / all);
    }

    private boolean isLeaf(int at, int depth) {
        return nodes.get(at)[4] >= depth;
    }

    /** What the tree of each depth expects of a row; depth 0 is a share for all. */
    void scores(int row, double[] byDepth) {
        for (int depth = 0; depth < byDepth.length; depth++) {
            int at = 0;
            while (!isLeaf(at, depth)) {
                at = next(at, row);
            }
            byDepth[depth] = share(at);
        }
    }

    /** A little towards the share of all, so that a small leaf without a single yes does not say never. */
    private double share(int at) {
        return (yes[at] + (double) yes[0] / count[0]) / (count[at] + 1);
    }

    double score(int row) {
        int at = 0;
        while (!isLeaf(at, NEVER)) {
            at = next(at, row);
        }
        return (double) yes[at] / count[at];
    }

    /** With thresholds and values in place of codes. */
    Tree tree() {
        List<Node> read = new ArrayList<>();
        read(0, read);
        return new Tree(encoding.sample().attributes(), read);
    }

    private int read(int at, List<Node> read) {
        int[] node = nodes.get(at);
        int place = read.size();
        read.add(Node.leaf(yes[at], count[at]));
        if (!isLeaf(at, NEVER)) {
            boolean number = encoding.isNumber(node[0]);
            int match = read(number ? node[3] : node[2], read);
            int other = read(number ? node[2] : node[3], read);
            Double threshold = number ? encoding.threshold(node[0], node[1]) : null;
            String value = number ? null : encoding.value(node[0], node[1]);
            read.set(place, new Node(node[0], threshold, value, match, other, yes[at], count[at]));
        }
        return place;
    }
}
