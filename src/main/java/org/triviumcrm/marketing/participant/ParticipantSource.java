package org.triviumcrm.marketing.participant;

/** How a person came into a campaign. */
enum ParticipantSource {
    /** With a target list. */
    LIST,
    /** Ticked in a list of customers, contacts or leads, or found by its filters. */
    FILTER,
    IMPORT,
    HAND,
    /** Turned up unexpected. */
    CHECK_IN
}
