package org.triviumcrm.sales.release;

/**
 * That a quote may leave by an exit: it was released as it is now, by whom the flows ask for that. Only {@link QuoteExits} makes one,
 * in the transaction in which it leaves.
 */
public final class ReleasedQuote {

    private final long id;
    private final QuoteExit exit;

    ReleasedQuote(long id, QuoteExit exit) {
        this.id = id;
        this.exit = exit;
    }

    public long id() {
        return id;
    }

    /** @throws IllegalStateException when it was given for another exit */
    public void require(QuoteExit wanted) {
        if (exit != wanted) {
            throw new IllegalStateException("%s of quote %d does not open %s".formatted(exit, id, wanted));
        }
    }
}
