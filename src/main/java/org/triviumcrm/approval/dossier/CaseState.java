package org.triviumcrm.approval.dossier;

/** How a case stands. */
enum CaseState {
    RUNNING,
    RETURNED,
    APPROVED,
    REJECTED,
    RECALLED,
    /** Approved, but what it asked for could not be done. */
    FAILED;

    /** Whether the record waits for it. */
    boolean isOpen() {
        return this == RUNNING || this == RETURNED;
    }
}
