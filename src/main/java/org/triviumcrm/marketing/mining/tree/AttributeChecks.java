package org.triviumcrm.marketing.mining.tree;

import java.util.ArrayList;
import java.util.List;
import org.triviumcrm.marketing.mining.measure.ScoreCurve;
import org.triviumcrm.marketing.mining.measure.Share;

/**
 * Looks at each attribute alone. Shares of yes are taken from one half of the rows and asked about the other, and the other way round, so that an attribute with many
 * values does not look good by chance.
 */
final class AttributeChecks {

    /** Above this an attribute alone is better than most whole models of whom to address. */
    static final double STRONG = 0.79;

    /** Below {@link #STRONG}, but so far ahead of all others. */
    static final double AHEAD = 0.1;

    static final double PERFECT = 0.95;
    private static final int GROUPS = 20;
    private static final int LEAST = 60;
    private static final int FEW = 10;

    /** How many times rarer than usual an answer has to be before its lack is told of. */
    private static final int RARE = 10;

    private final Encoding encoding;
    private final int[] half;
    private final int[] other;

    AttributeChecks(Encoding encoding, Parting parting) {
        this.encoding = encoding;
        List<int[]> halves = parting.parted(parting.all(), 0.5);
        half = halves.get(0);
        other = halves.get(1);
    }

    List<AttributeCheck> all() {
        int attributes = encoding.attributes();
        double[] alone = new double[attributes];
        for (int i = 0; i < attributes; i++) {
            alone[i] = (alone(i, half, other) + alone(i, other, half)) / 2;
        }
        List<AttributeCheck> checks = new ArrayList<>();
        for (int i = 0; i < attributes; i++) {
            double next = 0.5;
            for (int j = 0; j < attributes; j++) {
                next = j == i ? next : Math.max(next, alone[j]);
            }
            checks.add(new AttributeCheck(
                    encoding.sample().attributes().get(i).key(),
                    filled(i, true).plus(filled(i, false)).value(),
                    encoding.largest(i) - (encoding.isNumber(i) ? 0 : 1),
                    alone[i],
                    leak(i, alone[i], attributes == 1 ? alone[i] : next)));
        }
        return checks;
    }

    private AttributeCheck.Leak leak(int attribute, double alone, double next) {
        Share yes = filled(attribute, true);
        Share no = filled(attribute, false);
        long filled = yes.yes() + no.yes();
        boolean byYes = filled < yes.count() + no.count()
                && yes.yes() >= FEW
                && new Share(yes.yes(), filled).value() >= PERFECT
                && (double) yes.count() / (yes.count() + no.count()) < 0.8;
        if (byYes) {
            return AttributeCheck.Leak.FILLED_BY_YES;
        }
        if (alone >= PERFECT) {
            return AttributeCheck.Leak.PERFECT;
        }
        if (alone >= STRONG || (alone >= 0.7 && alone - next >= AHEAD)) {
            return AttributeCheck.Leak.STRONG;
        }
        boolean somewhere = filled < yes.count() + no.count();
        if (somewhere && isOneAnswer(yes.yes(), filled, 1)) {
            return AttributeCheck.Leak.FILLED_BY_NO;
        }
        return hasOneAnswer(attribute) ? AttributeCheck.Leak.ONE_ANSWER : AttributeCheck.Leak.NONE;
    }

    /** Of choices: one of the values, or that none is known, whichever occurs with a yes only or with a no only. */
    private boolean hasOneAnswer(int attribute) {
        if (encoding.isNumber(attribute)) {
            return false;
        }
        int codes = encoding.largest(attribute) + 1;
        long[] yes = new long[codes];
        long[] all = new long[codes];
        for (int row = 0; row < encoding.sample().size(); row++) {
            int code = encoding.code(attribute, row);
            all[code]++;
            yes[code] += encoding.sample().outcome(row) ? 1 : 0;
        }
        for (int code = 0; code < codes; code++) {
            boolean asked = code == Encoding.UNKNOWN || encoding.isAsked(attribute, code);
            if (asked && isOneAnswer(yes[code], all[code], codes)) {
                return true;
            }
        }
        return false;
    }

    /**
     * Whether of so many rows one answer is missing that would be there but for a reason. When among {@code n} rows there is none, its true
     * share is with 95 % certainty at most {@code ln(20) / n}, about {@code 3 / n} (the rule of three: Hanley and Lippman-Hand, "If nothing
     * goes wrong, is everything all right?", JAMA 249, 1983); where {@code k} values are looked at, {@code ln(20 k) / n} holds for all of
     * them at once (Bonferroni). It is said when that bound is below a {@value #RARE}th of the answer's share among all: with a yes in ten,
     * 300 rows without one; with nine in ten, 34.
     */
    private boolean isOneAnswer(long yes, long rows, int values) {
        double share = (double) encoding.sample().yes() / encoding.sample().size();
        double missing = yes == 0 ? share : yes == rows ? 1 - share : 0;
        return rows * missing >= RARE * Math.log(20.0 * values);
    }

    /** For how many of those who said so it is known. */
    private Share filled(int attribute, boolean outcome) {
        long known = 0;
        long all = 0;
        for (int row = 0; row < encoding.sample().size(); row++) {
            if (encoding.sample().outcome(row) == outcome) {
                all++;
                known += encoding.code(attribute, row) == Encoding.UNKNOWN ? 0 : 1;
            }
        }
        return new Share(known, all);
    }

    private double alone(int attribute, int[] learned, int[] asked) {
        int[] groups = groups(attribute, learned);
        double[] yes = new double[groups.length];
        double[] all = new double[groups.length];
        double yesOfAll = 0;
        for (int row : learned) {
            int group = groups[encoding.code(attribute, row)];
            all[group]++;
            yes[group] += encoding.sample().outcome(row) ? 1 : 0;
            yesOfAll += encoding.sample().outcome(row) ? 1 : 0;
        }
        double base = learned.length == 0 ? 0 : yesOfAll / learned.length;
        double[] scores = new double[asked.length];
        boolean[] outcomes = new boolean[asked.length];
        for (int i = 0; i < asked.length; i++) {
            int group = groups[encoding.code(attribute, asked[i])];
            scores[i] = (yes[group] + FEW * base) / (all[group] + FEW);
            outcomes[i] = encoding.sample().outcome(asked[i]);
        }
        return ScoreCurve.of(scores, outcomes).auc();
    }

    /** Numbers in groups of about the same size, choices as they are; what is not known is a group of its own. */
    private int[] groups(int attribute, int[] learned) {
        int codes = encoding.largest(attribute) + 1;
        int[] groups = new int[codes];
        int[] often = new int[codes];
        for (int row : learned) {
            often[encoding.code(attribute, row)]++;
        }
        int group = 0;
        int held = 0;
        for (int code = 1; code < codes; code++) {
            boolean full = !encoding.isNumber(attribute)
                    || held == 0
                    || held + often[code] / 2 > Math.max(LEAST, learned.length / GROUPS);
            if (full) {
                group++;
                held = 0;
            }
            groups[code] = group;
            held += often[code];
        }
        return groups;
    }
}
