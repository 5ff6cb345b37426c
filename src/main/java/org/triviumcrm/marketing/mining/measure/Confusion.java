package org.triviumcrm.marketing.mining.measure;

/**
 * What comes of addressing everybody from a score on.
 *
 * @param hits addressed, and said yes
 * @param wasted addressed, and said no
 * @param missed not addressed, and would have said yes
 * @param spared not addressed, and would have said no
 */
public record Confusion(long hits, long wasted, long missed, long spared) {

    public long addressed() {
        return hits + wasted;
    }

    /** How many of those addressed say yes. */
    public Share precision() {
        return new Share(hits, hits + wasted);
    }

    /** How many of all who say yes are addressed. */
    public Share recall() {
        return new Share(hits, hits + missed);
    }

    public double accuracy() {
        long all = hits + wasted + missed + spared;
        return all == 0 ? 0 : (double) (hits + spared) / all;
    }
}
