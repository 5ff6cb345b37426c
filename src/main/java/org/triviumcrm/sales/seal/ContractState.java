package org.triviumcrm.sales.seal;

/** Where a contract is in its life; what leads where is in {@link ContractStep}. */
public enum ContractState {
    DRAFT,
    /** Waits for an approval. */
    SUBMITTED,
    /** May leave, and be signed. */
    RELEASED,
    /** Signed by both: it is in force from its start on. */
    SIGNED,
    /** Its last day is over. */
    ENDED,
    /** One of both has ended it before its time. */
    TERMINATED,
    /** An amendment has taken its place. */
    REPLACED;

    /** Whether both have signed it, whatever has become of it. */
    public boolean wasSigned() {
        return ordinal() >= SIGNED.ordinal();
    }

    /** Whether it has been released, so that its paper may be seen outside. */
    public boolean wasReleased() {
        return ordinal() >= RELEASED.ordinal();
    }

    /** Whether nobody is bound by it yet. */
    public boolean isOpen() {
        return !wasSigned();
    }
}
