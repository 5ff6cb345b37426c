package org.triviumcrm.marketing.mining.measure;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Everybody who was scored, from the highest score down; those with the same score are one step. All figures of a model follow from it.
 * A tree has as many steps as leaves, so that this is small enough to be kept.
 */
public record ScoreCurve(List<Step> steps) {

    /** @param score what was expected of them, from 0 to 1 */
    public record Step(double score, long yes, long count) {

        public Share share() {
            return new Share(yes, count);
        }
    }

    public ScoreCurve {
        steps = List.copyOf(steps);
    }

    /** @param scores at the same places as what came true */
    public static ScoreCurve of(double[] scores, boolean[] outcomes) {
        if (scores.length != outcomes.length) {
            throw new IllegalArgumentException("As many scores as outcomes");
        }
        int[] order = order(scores);
        List<Step> steps = new ArrayList<>();
        int at = 0;
        while (at < order.length) {
            double score = scores[order[at]];
            long yes = 0;
            long count = 0;
            for (; at < order.length && scores[order[at]] == score; at++) {
                yes += outcomes[order[at]] ? 1 : 0;
                count++;
            }
            steps.add(new Step(score, yes, count));
        }
        return new ScoreCurve(steps);
    }

    private static int[] order(double[] scores) {
        long[] keys = new long[scores.length];
        double[] sorted = scores.clone();
        Arrays.sort(sorted);
        int distinct = 0;
        for (int i = 0; i < sorted.length; i++) {
            if (i == 0 || sorted[i] != sorted[distinct - 1]) {
                sorted[distinct++] = sorted[i];
            }
        }
        double[] values = Arrays.copyOf(sorted, distinct);
        for (int i = 0; i < scores.length; i++) {
            keys[i] = ((long) (distinct - Arrays.binarySearch(values, scores[i])) << 32) | i;
        }
        Arrays.sort(keys);
        return IntStream.range(0, keys.length).map(i -> (int) keys[i]).toArray();
    }

    public long yes() {
        return steps.stream().mapToLong(Step::yes).sum();
    }

    public long count() {
        return steps.stream().mapToLong(Step::count).sum();
    }

    public Share base() {
        return new Share(yes(), count());
    }

    /**
     * How often, of somebody who said yes and somebody who said no, the former has the higher score; equal scores count half
     * (Mann and Whitney). 0.5 is guessing, 1 is always right; 0.5 where one of the two is missing.
     */
    public double auc() {
        double right = 0;
        long noBelow = count() - yes();
        long all = yes() * noBelow;
        for (Step step : steps) {
            long no = step.count() - step.yes();
            noBelow -= no;
            right += step.yes() * (noBelow + no / 2.0);
        }
        return all == 0 ? 0.5 : right / all;
    }

    /** How surprised one was on average by what came true (logarithmic loss): 0 when all was foretold. */
    public double surprise() {
        double sum = 0;
        for (Step step : steps) {
            double score = Math.min(1 - 1e-9, Math.max(1e-9, step.score()));
            sum -= step.yes() * Math.log(score) + (step.count() - step.yes()) * Math.log(1 - score);
        }
        return count() == 0 ? 0 : sum / count();
    }

    /** Which part of all who say yes is among the best part of all. Within equal scores it is what drawing lots would give. */
    public double gain(double part) {
        double left = part * count();
        double found = 0;
        for (Step step : steps) {
            if (left <= 0) {
                break;
            }
            double taken = Math.min(left, step.count());
            found += step.yes() * taken / step.count();
            left -= taken;
        }
        return yes() == 0 ? 0 : Math.min(1, found / yes());
    }

    /** How many times as many say yes in the best part as in a part drawn by lot. */
    public double lift(double part) {
        return part <= 0 || yes() == 0 ? 1 : gain(part) / part;
    }

    /** @param cut the lowest score that is addressed */
    public Confusion confusion(double cut) {
        long hits = 0;
        long addressed = 0;
        for (Step step : steps) {
            if (step.score() >= cut) {
                hits += step.yes();
                addressed += step.count();
            }
        }
        long missed = yes() - hits;
        return new Confusion(hits, addressed - hits, missed, count() - addressed - missed);
    }

    /** Expected beside what came true, in groups of a similar score and about the same size; their counts add up to all. */
    public List<Expected> calibration(int groups) {
        List<Expected> found = new ArrayList<>();
        double size = (double) count() / groups;
        Expected group = Expected.NOBODY;
        for (Step step : steps) {
            group = group.plus(step);
            if (group.share().count() >= size) {
                found.add(group);
                group = Expected.NOBODY;
            }
        }
        if (group.share().count() > 0) {
            found.add(group);
        }
        return found;
    }

    /** @param expected on average, from 0 to 1 */
    public record Expected(double expected, Share share) {

        static final Expected NOBODY = new Expected(0, new Share(0, 0));

        Expected plus(Step step) {
            long all = share.count() + step.count();
            double mean = (expected * share.count() + step.score() * step.count()) / all;
            return new Expected(mean, share.plus(step.share()));
        }
    }
}
