package org.triviumcrm.marketing.mining.tree;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.tribuo.ImmutableFeatureMap;

/** All questions that can be asked of some rows, and the one that parts them best; of equally good ones the first. */
final class Questions {

    private static final double LEAST_GAIN = 1e-9;

    /**
     * @param feature by which the library knows it
     * @param code what is above the cut lies above this code, or is exactly the next one for a choice
     */
    record Found(int feature, int attribute, boolean choice, int code, double cut, double gain) {}

    private final Encoding encoding;
    private final int[] places;
    private final boolean[] yes;
    private final float[] weights;
    private final int leaf;
    private final int[] held;

    Questions(Encoding encoding, int[] places, boolean[] yes, float[] weights, int leaf, int[] held) {
        this.encoding = encoding;
        this.places = places;
        this.yes = yes;
        this.weights = weights;
        this.leaf = leaf;
        this.held = held;
    }

    /** How mixed a group is, times its weight. */
    static double impurity(double yes, double all) {
        return all <= 0 ? 0 : 2 * yes * (all - yes) / all;
    }

    /** @return null when nothing parts them with enough rows on either side */
    @Nullable
    Found best(ImmutableFeatureMap names, int[] features, double allYes, double all) {
        if (held.length < 2 * leaf) {
            return null;
        }
        Found best = null;
        Histogram[] counted = new Histogram[encoding.attributes()];
        for (int feature : IntStream.of(features).sorted().toArray()) {
            String name = names.get(feature).getName();
            int is = name.indexOf(EncodedRow.IS);
            int attribute = Integer.parseInt(is < 0 ? name : name.substring(0, is));
            if (counted[attribute] == null) {
                counted[attribute] = count(attribute);
            }
            Histogram histogram = counted[attribute];
            Found found = is < 0
                    ? number(feature, attribute, histogram, allYes, all)
                    : choice(feature, attribute, Integer.parseInt(name.substring(is + 1)), histogram, allYes, all);
            if (found != null && (best == null || found.gain() > best.gain() + LEAST_GAIN)) {
                best = found;
            }
        }
        return best;
    }

    private @Nullable Found number(int feature, int attribute, Histogram histogram, double allYes, double all) {
        Found best = null;
        double before = impurity(allYes, all);
        int rows = 0;
        double below = 0;
        double belowYes = 0;
        int last = -1;
        for (int code = 0; code < histogram.rows.length && rows <= held.length - leaf; code++) {
            if (histogram.rows[code] == 0) {
                continue;
            }
            if (last >= 0 && rows >= leaf) {
                double gain = before - impurity(belowYes, below) - impurity(allYes - belowYes, all - below);
                if (gain > LEAST_GAIN && (best == null || gain > best.gain() + LEAST_GAIN)) {
                    int cut = last == Encoding.UNKNOWN ? last : (last + code) / 2;
                    best = new Found(feature, attribute, false, cut, cut + 0.5, gain);
                }
            }
            last = code;
            rows += histogram.rows[code];
            below += histogram.weight[code];
            belowYes += histogram.yes[code];
        }
        return best;
    }

    private @Nullable Found choice(
            int feature, int attribute, int code, Histogram histogram, double allYes, double all) {
        int rows = histogram.rows[code];
        if (rows < leaf || held.length - rows < leaf) {
            return null;
        }
        double in = histogram.weight[code];
        double inYes = histogram.yes[code];
        double gain = impurity(allYes, all) - impurity(inYes, in) - impurity(allYes - inYes, all - in);
        return gain > LEAST_GAIN ? new Found(feature, attribute, true, code, 0.5, gain) : null;
    }

    /** @param above the rows for which the library's feature is greater than the cut */
    int[] side(Found found, boolean above) {
        int[] side = new int[held.length];
        int size = 0;
        for (int one : held) {
            int code = encoding.code(found.attribute(), places[one]);
            if ((found.choice() ? code == found.code() : code > found.code()) == above) {
                side[size++] = one;
            }
        }
        return Arrays.copyOf(side, size);
    }

    private Histogram count(int attribute) {
        Histogram histogram = new Histogram(encoding.largest(attribute) + 1);
        for (int one : held) {
            int code = encoding.code(attribute, places[one]);
            histogram.rows[code]++;
            histogram.weight[code] += weights[one];
            histogram.yes[code] += yes[one] ? weights[one] : 0;
        }
        return histogram;
    }

    private static final class Histogram {
        final int[] rows;
        final double[] weight;
        final double[] yes;

        Histogram(int codes) {
            rows = new int[codes];
            weight = new double[codes];
            yes = new double[codes];
        }
    }
}
