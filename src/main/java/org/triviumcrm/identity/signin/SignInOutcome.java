package org.triviumcrm.identity.signin;

/** What became of an attempt to sign in, and what else the log of sign-ins keeps. */
public enum SignInOutcome {
    SIGNED_IN,
    SIGNED_OUT,
    WRONG,
    SWITCHED_OFF,
    TOO_MANY,
    PASSWORD_CHANGED;

    /** Message key. */
    public String label() {
        return "identity.log.outcome." + name();
    }
}
