package org.triviumcrm.support.portal;

/** What can happen with an account of the portal. */
public enum PortalEventKind {
    INVITED,
    INVITED_AGAIN,
    /** The letter has not arrived. */
    LETTER_FAILED,
    /** What they see, or their language. */
    CHANGED,
    BLOCKED,
    UNBLOCKED,
    REVOKED,
    /** The first password was chosen. */
    ACCEPTED,
    SIGNED_IN,
    SIGNED_OUT,
    /** A wrong password. */
    WRONG,
    /** The right one, but the account does not work. */
    NOT_ALLOWED,
    TOO_MANY,
    /** Somebody asked for a new password. */
    FORGOTTEN,
    PASSWORD_CHANGED
}
