package org.triviumcrm.marketing.mining.tree;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.triviumcrm.marketing.mining.measure.ScoreCurve;
import org.triviumcrm.marketing.mining.measure.Share;

/**
 * Learns a tree that people can read, and finds out honestly how good it is: depth and size of leaves are chosen within two thirds of the
 * rows only, and what is said of it comes from the third that took no part in that. The same sample and seed give the same.
 */
public final class Miner {

    /** With fewer of either, what a tree says is chance. */
    public static final int LEAST = 30;

    /** With fewer who said yes there is a warning. */
    public static final int FEW = 200;

    public static final int DEEPEST = 8;
    public static final int LARGEST_LEAF = 5_000;

    private static final double ASIDE = 1 / 3.0;
    private static final int CHOOSING = 5;
    private static final int FOLDS = 10;
    private static final int TREES = 50;
    private static final List<Integer> LEAVES = List.of(20, 50, 100, 200);

    /** Shallower trees are taken when they are surprised hardly more often. */
    private static final double AS_GOOD = 1.002;

    private final Sample sample;
    private final MiningSettings settings;
    private final MiningProgress progress;
    private final int processors;

    public Miner(Sample sample, MiningSettings settings, MiningProgress progress, int processors) {
        this.sample = sample;
        this.settings = settings;
        this.progress = progress;
        this.processors = processors;
    }

    /** Each attribute alone, without learning a tree. */
    public static List<AttributeCheck> check(Sample sample, long seed) {
        return new AttributeChecks(new Encoding(sample), new Parting(sample, seed)).all();
    }

    /** @throws NothingToLearn when there are too few of either, or an attribute must not be used */
    public Mined mine() {
        refuse();
        progress.at(MiningProgress.Stage.CHECKING, 5);
        Encoding encoding = new Encoding(sample);
        Parting parting = new Parting(sample, settings.seed());
        List<AttributeCheck> checks = new AttributeChecks(encoding, parting).all();
        Learner learner = new Learner(encoding, settings.balanced(), processors);
        List<int[]> parts = parting.parted(parting.all(), ASIDE);
        progress.at(MiningProgress.Stage.CHOOSING, 15);
        List<Mined.Tried> tried = choose(learner, parting, parts.get(0));
        Mined.Tried best = best(tried);
        int depth = settings.depth() != null ? settings.depth() : best.depth();
        int leaf = settings.leaf() != null ? settings.leaf() : best.leaf();
        progress.at(MiningProgress.Stage.LEARNING, 60);
        Tree tree = learner.tree(parts.get(0), depth, leaf, settings.seed()).tree();
        List<Double> folds = folds(learner, parting, depth, leaf);
        Mined.@Nullable InTime time = inTime(learner, parting, depth, leaf);
        progress.at(MiningProgress.Stage.COMPARING, 80);
        double forest = forest(learner, parts);
        return new Mined(
                tree,
                checked(tree, parts.get(1)),
                depth,
                leaf,
                tried,
                folds,
                curve(parts.get(1), row -> tree.score(sample.row(row))),
                time,
                forest,
                checks);
    }

    private void refuse() {
        List<String> barred = sample.attributes().stream()
                .filter(Attribute::barred)
                .map(Attribute::key)
                .toList();
        if (!barred.isEmpty()) {
            throw new NothingToLearn(NothingToLearn.Reason.BARRED, barred);
        }
        if (sample.attributes().isEmpty()) {
            throw new NothingToLearn(NothingToLearn.Reason.NO_ATTRIBUTES, List.of());
        }
        if (sample.yes() < LEAST) {
            throw new NothingToLearn(NothingToLearn.Reason.TOO_FEW_YES, List.of());
        }
        if (sample.size() - sample.yes() < LEAST) {
            throw new NothingToLearn(NothingToLearn.Reason.TOO_FEW_NO, List.of());
        }
    }

    /** All depths at once: see {@link Grown}. */
    private List<Mined.Tried> choose(Learner learner, Parting parting, int[] rows) {
        if (settings.depth() != null && settings.leaf() != null) {
            return List.of();
        }
        List<int[]> folds = parting.folds(rows, CHOOSING);
        List<Integer> leaves = settings.leaf() != null
                ? List.of(settings.leaf())
                : LEAVES.stream()
                        .filter(leaf -> leaf <= Math.max(20, rows.length / 20))
                        .toList();
        List<Mined.Tried> tried = new ArrayList<>();
        for (int leaf : leaves) {
            List<Callable<double[]>> work = new ArrayList<>();
            for (int[] fold : folds) {
                work.add(
                        () -> byDepth(learner.tree(Parting.without(rows, fold), DEEPEST, leaf, settings.seed()), fold));
            }
            List<double[]> found = Both.all(work, processors);
            for (int depth = 1; depth <= DEEPEST; depth++) {
                if (settings.depth() == null || settings.depth() == depth) {
                    tried.add(new Mined.Tried(depth, leaf, mean(found, depth), mean(found, DEEPEST + 1 + depth)));
                }
            }
            progress.at(MiningProgress.Stage.CHOOSING, 15 + 45 * (leaves.indexOf(leaf) + 1) / leaves.size());
        }
        return tried;
    }

    private static double mean(List<double[]> folds, int place) {
        return folds.stream().mapToDouble(fold -> fold[place]).average().orElse(0);
    }

    /** For each depth the AUC, then for each depth how surprising the outcomes were. */
    private double[] byDepth(Grown grown, int[] fold) {
        double[][] scores = new double[DEEPEST + 1][fold.length];
        double[] one = new double[DEEPEST + 1];
        for (int i = 0; i < fold.length; i++) {
            grown.scores(fold[i], one);
            for (int depth = 0; depth <= DEEPEST; depth++) {
                scores[depth][i] = one[depth];
            }
        }
        double[] found = new double[2 * (DEEPEST + 1)];
        for (int depth = 0; depth <= DEEPEST; depth++) {
            ScoreCurve curve = ScoreCurve.of(scores[depth], outcomes(fold));
            found[depth] = curve.auc();
            found[DEEPEST + 1 + depth] = curve.surprise();
        }
        return found;
    }

    /**
     * Of those whose expectations were surprised least, or nearly so: the shallowest, with the largest leaves. AUC alone would not do: it hardly
     * sees a small group that says yes nine times in ten, which is just what is looked for.
     */
    private static Mined.Tried best(List<Mined.Tried> tried) {
        double least = tried.stream().mapToDouble(Mined.Tried::surprise).min().orElse(1);
        return tried.stream()
                .filter(one -> one.surprise() <= least * AS_GOOD)
                .min(Comparator.comparingInt(Mined.Tried::depth)
                        .thenComparing(
                                Comparator.comparingInt(Mined.Tried::leaf).reversed()))
                .orElse(new Mined.Tried(0, 0, 0.5, 1));
    }

    private List<Double> folds(Learner learner, Parting parting, int depth, int leaf) {
        List<Callable<Double>> work = new ArrayList<>();
        for (int[] fold : parting.folds(parting.all(), FOLDS)) {
            work.add(() -> {
                Grown grown = learner.tree(Parting.without(parting.all(), fold), depth, leaf, settings.seed());
                return curve(fold, grown::score).auc();
            });
        }
        return Both.all(work, processors);
    }

    private Mined.@Nullable InTime inTime(Learner learner, Parting parting, int depth, int leaf) {
        List<int[]> parts = parting.latest(ASIDE);
        Share earlier = share(parts.get(0));
        Share later = share(parts.get(1));
        boolean tells = earlier.yes() > 0 && later.yes() > 0 && later.yes() < later.count();
        if (!tells) {
            return null;
        }
        Grown grown = learner.tree(parts.get(0), depth, leaf, settings.seed());
        return new Mined.InTime(curve(parts.get(1), grown::score).auc(), earlier, later);
    }

    private double forest(Learner learner, List<int[]> parts) {
        List<Grown> trees = learner.forest(parts.get(0), TREES, settings.seed());
        return curve(
                        parts.get(1),
                        row -> trees.stream()
                                .mapToDouble(tree -> tree.score(row))
                                .average()
                                .orElse(0))
                .auc();
    }

    private List<Share> checked(Tree tree, int[] rows) {
        long[] yes = new long[tree.nodes().size()];
        long[] count = new long[tree.nodes().size()];
        for (int row : rows) {
            int leaf = tree.leaf(sample.row(row));
            count[leaf]++;
            yes[leaf] += sample.outcome(row) ? 1 : 0;
        }
        List<Share> checked = new ArrayList<>();
        for (int i = 0; i < yes.length; i++) {
            checked.add(new Share(yes[i], count[i]));
        }
        return checked;
    }

    /** What is expected of a row, by its place in the sample. */
    private interface Scores {
        double of(int row);
    }

    private ScoreCurve curve(int[] rows, Scores scores) {
        double[] expected = new double[rows.length];
        for (int i = 0; i < rows.length; i++) {
            expected[i] = scores.of(rows[i]);
        }
        return ScoreCurve.of(expected, outcomes(rows));
    }

    private boolean[] outcomes(int[] rows) {
        boolean[] outcomes = new boolean[rows.length];
        for (int i = 0; i < rows.length; i++) {
            outcomes[i] = sample.outcome(rows[i]);
        }
        return outcomes;
    }

    private Share share(int[] rows) {
        long yes = 0;
        for (int row : rows) {
            yes += sample.outcome(row) ? 1 : 0;
        }
        return new Share(yes, rows.length);
    }
}
