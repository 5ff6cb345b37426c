package org.triviumcrm.sales.attribution;

/** How it became known that a campaign touched an opportunity. */
public enum TouchKind {
    /** The lead that it came from names the campaign. */
    LEAD,
    /** The customer, or somebody of theirs, took part. */
    PARTICIPATION,
    /** Somebody said so. */
    HAND
}
