package org.triviumcrm.identity.person;

/** Whether somebody can get a first password, and why not. */
public enum FirstPasswordStanding {
    /** Has none and waits for it. */
    WAITING,
    /** Has one that has not been used yet: replaced only when asked for. */
    UNUSED,
    /** Signed in before: the own password must not be lost by accident. */
    SIGNED_IN,
    SWITCHED_OFF,
    /** Only an administrator changes an administrator. */
    ADMINISTRATOR,
    /** The one who gives them. */
    YOURSELF;

    boolean gets(boolean replacing) {
        return this == WAITING || replacing && this == UNUSED;
    }
}
