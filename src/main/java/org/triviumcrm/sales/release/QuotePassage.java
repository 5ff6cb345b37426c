package org.triviumcrm.sales.release;

/** That a step with a quote may be taken: all that had to be asked has been asked, in this transaction. Only {@link QuoteExits} makes one. */
public final class QuotePassage {

    private final QuoteStep step;
    private final long quoteId;
    private final boolean decided;
    private final boolean anew;

    QuotePassage(QuoteStep step, long quoteId, boolean decided, boolean anew) {
        this.step = step;
        this.quoteId = quoteId;
        this.decided = decided;
        this.anew = anew;
    }

    /** @throws IllegalStateException when it was given for something else */
    public void require(long id, QuoteStep wanted) {
        if (step != wanted || quoteId != id) {
            throw new IllegalStateException(
                    "%s of quote %d is no passage for %s of %d".formatted(step, quoteId, wanted, id));
        }
    }

    /** Whether somebody has decided it; else no flow asked. */
    public boolean isDecided() {
        return decided;
    }

    /** Whether what was released says something else by it, and is a draft again. */
    public boolean isAnew() {
        return anew;
    }
}
