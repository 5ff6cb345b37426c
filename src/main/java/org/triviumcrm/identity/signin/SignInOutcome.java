package org.triviumcrm.identity.signin;

/** What became of an attempt to sign in, and what else the log of sign-ins keeps. */
public enum SignInOutcome {
    SIGNED_IN,
    SIGNED_OUT,
    WRONG,
    SWITCHED_OFF,
    TOO_MANY,
    PASSWORD_CHANGED;

    /** Whether nothing was refused. */
    public boolean isGood() {
        return this == SIGNED_IN || this == SIGNED_OUT || this == PASSWORD_CHANGED;
    }

    /** Message key. */
    public String getLabel() {
        return "identity.log.outcome." + name();
    }
}
