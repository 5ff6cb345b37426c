package org.triviumcrm.approval.dossier;

/** How one person's part in a case stands. */
enum TaskState {
    /** Its turn comes after others. */
    WAITING,
    OPEN,
    APPROVED,
    REJECTED,
    RETURNED,
    /** Decided without it. */
    CANCELLED,
    /** An earlier approval of the person counts. */
    SKIPPED,
    /** Nobody decided in time. */
    EXPIRED
}
