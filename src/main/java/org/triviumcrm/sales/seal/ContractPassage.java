package org.triviumcrm.sales.seal;

/** That a step with a contract may be taken: all that had to be asked has been asked, in this transaction. Only {@link ContractExits} makes one. */
public final class ContractPassage {

    private final ContractStep step;
    private final long contractId;
    private final boolean decided;
    private final boolean anew;

    ContractPassage(ContractStep step, long contractId, boolean decided, boolean anew) {
        this.step = step;
        this.contractId = contractId;
        this.decided = decided;
        this.anew = anew;
    }

    /** @throws IllegalStateException when it was given for something else */
    public void require(long id, ContractStep wanted) {
        if (step != wanted || contractId != id) {
            throw new IllegalStateException(
                    "%s of contract %d is no passage for %s of %d".formatted(step, contractId, wanted, id));
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
