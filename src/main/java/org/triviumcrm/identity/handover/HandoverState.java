package org.triviumcrm.identity.handover;

/** Where the hand-over of a person's work stands. */
public enum HandoverState {
    RUNNING,
    DONE,
    UNDOING,
    UNDONE,
    /** Given up half way; can be gone on with. */
    FAILED;

    public boolean isBusy() {
        return this == RUNNING || this == UNDOING;
    }
}
