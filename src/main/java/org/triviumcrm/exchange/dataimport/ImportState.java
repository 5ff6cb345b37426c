package org.triviumcrm.exchange.dataimport;

/** Where an import stands. */
public enum ImportState {
    /** The columns are being matched with the fields. */
    MAPPING,
    /** The file is being read and tried out. */
    CHECKING,
    /** Some texts have to be explained. */
    QUESTIONS,
    /** Tried out; waits for the last word. */
    READY,
    RUNNING,
    DONE,
    CANCELLED,
    FAILED,
    UNDOING,
    UNDONE;

    /** Whether a job is at work. */
    public boolean isBusy() {
        return this == CHECKING || this == RUNNING || this == UNDOING;
    }

    /** Whether nothing has been written yet, so that everything may still be changed. */
    public boolean isDraft() {
        return this == MAPPING || this == QUESTIONS || this == READY;
    }

    public boolean isOver() {
        return this == DONE || this == CANCELLED || this == UNDONE || this == FAILED;
    }

    /** Whether the same file may be wanted once more: what it should have brought is not there. */
    public boolean mayBeRepeated() {
        return this == CANCELLED || this == FAILED || this == UNDONE;
    }

    /** Whether there may be something to take back. */
    public boolean mayBeUndone() {
        return this == DONE || this == CANCELLED || this == FAILED;
    }
}
