package org.triviumcrm.approval.flow;

/** How a version of a flow stands. */
public enum VersionState {
    /** Being worked on; asks nobody yet. */
    DRAFT,
    /** Asks; each flow has one at most. */
    ACTIVE,
    /** Was active. Cases that began on it finish on it. */
    RETIRED
}
