package org.triviumcrm.identity.transfer;

/** Where the giving of many records stands. */
public enum TransferState {
    RUNNING,
    DONE,
    UNDOING,
    UNDONE,
    /** Given up, with some of the records given. */
    FAILED;

    /** Whether a job is at work. */
    public boolean isBusy() {
        return this == RUNNING || this == UNDOING;
    }
}
