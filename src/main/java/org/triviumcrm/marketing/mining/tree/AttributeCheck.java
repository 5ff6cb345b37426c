package org.triviumcrm.marketing.mining.tree;

/**
 * What to know of an attribute before it is used.
 *
 * @param filled for which part of the rows it is known, from 0 to 1
 * @param values how many different ones there are
 * @param auc how well it tells the outcome all by itself: 0.5 not at all, 1 always
 */
public record AttributeCheck(String key, double filled, int values, double auc, Leak leak) {

    private static final double MUCH = 0.7;

    /** Whether it looks like something that is known only once the outcome is. */
    public enum Leak {
        NONE,
        /** Tells more all by itself than honest attributes do. */
        STRONG,
        /** Tells nearly everything. */
        PERFECT,
        /** Where it is filled, the outcome is nearly always yes. */
        FILLED_BY_YES,
        /** Where it is filled, the outcome is always no, though a yes is not that rare. */
        FILLED_BY_NO,
        /** One of its values occurs with one answer only, though the other answer is not that rare. */
        ONE_ANSWER,
        /** It is reckoned from what is asked: whoever says yes changes it by that. */
        CONTAINED
    }

    /** The same, known to contain the answer; what its values tell of that goes first. */
    public AttributeCheck contained() {
        return leaks() ? this : new AttributeCheck(key, filled, values, auc, Leak.CONTAINED);
    }

    public boolean leaks() {
        return leak != Leak.NONE;
    }

    /**
     * Whether it tells so much all by itself that it is worth a thought whether it is known beforehand: some honest attributes do, and some
     * that were filled in afterwards for part of the rows only.
     */
    public boolean tellsMuch() {
        return !leaks() && auc >= MUCH;
    }

    /** Known for too few for much to be learned from it. */
    public boolean sparse() {
        return filled < 0.3;
    }
}
