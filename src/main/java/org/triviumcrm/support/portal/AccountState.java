package org.triviumcrm.support.portal;

import java.util.Locale;

/** Whether somebody can sign in to the portal. */
public enum AccountState {
    /** A letter says how; no password is chosen yet. */
    INVITED,
    ACTIVE,
    /** Until somebody lets them in again; the password stays. */
    BLOCKED,
    /** For good, unless they are invited anew. */
    REVOKED;

    /** The kind of badge: the class {@code state-<kind>}. */
    public String badge() {
        return switch (this) {
            case INVITED -> "waiting";
            case ACTIVE -> "active";
            case BLOCKED -> "lost";
            case REVOKED -> name().toLowerCase(Locale.ROOT);
        };
    }
}
