package org.triviumcrm.sales.exit;

/**
 * That an opportunity may take an exit: all that had to be asked has been asked, in this transaction. Only
 * {@link OpportunityExits} makes one.
 */
public final class Passage {

    private final Exit exit;
    private final long opportunityId;

    Passage(Exit exit, long opportunityId) {
        this.exit = exit;
        this.opportunityId = opportunityId;
    }

    /**
     * @param id of the opportunity, 0 for one that is being created
     * @param some the exits that will do
     * @throws IllegalStateException when it was given for something else
     */
    public void require(long id, Exit... some) {
        for (Exit one : some) {
            if (one == exit && id == opportunityId) {
                return;
            }
        }
        throw new IllegalStateException("%s of opportunity %d is no passage for %d".formatted(exit, opportunityId, id));
    }
}
