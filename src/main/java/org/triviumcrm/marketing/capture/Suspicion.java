package org.triviumcrm.marketing.capture;

/** Why something that a form has sent is thought to be spam. Its text is {@code marketing.suspect.<constant>}. */
enum Suspicion {
    HIDDEN_FIELD,
    NO_TICKET,
    TOO_FAST,
    TOO_OLD,
    TOO_OFTEN,
    TOO_MUCH,
    NOBODY
}
