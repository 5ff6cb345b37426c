package org.triviumcrm.sales.seal;

/**
 * That a contract may leave by an exit: it was released as it is now, by whom the flows ask for that. Only {@link ContractExits} makes one,
 * in the transaction in which it leaves.
 */
public final class ReleasedContract {

    private final long id;
    private final ContractExit exit;

    ReleasedContract(long id, ContractExit exit) {
        this.id = id;
        this.exit = exit;
    }

    public long id() {
        return id;
    }

    /** @throws IllegalStateException when it was given for another exit */
    public void require(ContractExit wanted) {
        if (exit != wanted) {
            throw new IllegalStateException("%s of contract %d does not open %s".formatted(exit, id, wanted));
        }
    }
}
