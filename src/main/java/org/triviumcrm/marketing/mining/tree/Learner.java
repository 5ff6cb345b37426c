package org.triviumcrm.marketing.mining.tree;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.tribuo.Model;
import org.tribuo.MutableDataset;
import org.tribuo.classification.Label;
import org.tribuo.classification.LabelFactory;
import org.tribuo.classification.ensemble.VotingCombiner;
import org.tribuo.common.tree.RandomForestTrainer;
import org.tribuo.common.tree.TreeModel;
import org.tribuo.dataset.DatasetView;
import org.tribuo.provenance.SimpleDataSourceProvenance;

/** Learns trees and forests from rows of a sample. The same rows and seed give the same trees. */
final class Learner {

    static final String YES = "yes";
    static final String NO = "no";

    private static final int FOREST_DEPTH = 12;
    private static final int FOREST_LEAF = 10;
    private static final int MOST_FOREST_ROWS = 60_000;

    private final Encoding encoding;
    private final MutableDataset<Label> rows;
    private final int processors;

    /** @param balanced whether those who said yes count together as much as those who said no */
    Learner(Encoding encoding, boolean balanced, int processors) {
        this.encoding = encoding;
        this.processors = processors;
        LabelFactory labels = new LabelFactory();
        rows = new MutableDataset<>(new SimpleDataSourceProvenance("sample", labels), labels);
        Sample sample = encoding.sample();
        double yes = sample.yes();
        float yesWeight = balanced && yes > 0 ? (float) (sample.size() / (2 * yes)) : 1;
        float noWeight = balanced && yes < sample.size() ? (float) (sample.size() / (2 * (sample.size() - yes))) : 1;
        for (int row = 0; row < sample.size(); row++) {
            boolean said = sample.outcome(row);
            rows.add(EncodedRow.of(encoding, row, new Label(said ? YES : NO), said ? yesWeight : noWeight));
        }
        rows.getFeatureIDMap();
    }

    static boolean isYes(Label label) {
        return YES.equals(label.getLabel());
    }

    Grown tree(int[] chosen, int depth, int leaf, long seed) {
        TreeModel<Label> model = new BoundTrainer(encoding, depth, leaf, 1, seed).train(view(chosen));
        return Grown.of(encoding, model, chosen);
    }

    /** Trees that each see other rows and attributes; what they expect on average is mostly better, and nobody can read it. */
    List<Grown> forest(int[] chosen, int trees, long seed) {
        int[] learned = chosen;
        if (chosen.length > MOST_FOREST_ROWS) {
            learned = new Parting(encoding.sample(), seed)
                    .parted(chosen, (double) MOST_FOREST_ROWS / chosen.length)
                    .get(1);
        }
        int[] from = learned;
        List<Callable<List<Grown>>> parts = new ArrayList<>();
        for (int part = 0; part < processors; part++) {
            int share = trees / processors + (part < trees % processors ? 1 : 0);
            long own = seed + part;
            parts.add(() -> grow(from, share, own));
        }
        return Both.all(parts, processors).stream().flatMap(List::stream).toList();
    }

    private List<Grown> grow(int[] chosen, int trees, long seed) {
        DatasetView<Label> view = view(chosen);
        float part = (float) Math.max(
                0.2,
                Math.min(0.9, 2 / Math.sqrt(Math.max(1, view.getFeatureIDMap().size()))));
        BoundTrainer trainer = new BoundTrainer(encoding, FOREST_DEPTH, FOREST_LEAF, part, seed);
        List<Grown> grown = new ArrayList<>();
        for (Model<Label> model : new RandomForestTrainer<>(trainer, new VotingCombiner(), trees, seed)
                .train(view)
                .getModels()) {
            grown.add(Grown.of(encoding, (TreeModel<Label>) model, chosen));
        }
        return grown;
    }

    private DatasetView<Label> view(int[] chosen) {
        return new DatasetView<>(rows, chosen, "rows");
    }
}
