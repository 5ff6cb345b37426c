package org.triviumcrm.identity.bulk;

/** Where the work on many records stands. */
public enum BulkState {
    RUNNING,
    DONE,
    UNDOING,
    UNDONE,
    /** Given up, with some of the records done. */
    FAILED;

    /** Whether a job is at work. */
    public boolean isBusy() {
        return this == RUNNING || this == UNDOING;
    }
}
