package org.triviumcrm.marketing.audience;

/** How a person came onto a target list. */
enum AudienceSource {
    /** With another target list. */
    LIST,
    /** Ticked in a list of customers, contacts or leads, or found by its filters. */
    FILTER,
    IMPORT,
    HAND
}
