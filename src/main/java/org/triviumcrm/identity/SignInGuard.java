package org.triviumcrm.identity;

/**
 * Slows down whoever guesses passwords, for an account and for an address of the net, over all nodes. Names that do not exist are counted as
 * well, so that being slowed tells nothing.
 */
public interface SignInGuard {

    /**
     * Counts an attempt before the password is looked at.
     *
     * @param account the name of the account, which begins with that of the {@link SignInArea}
     * @param familiar whether its owner has signed in from this address before: those attempts are counted apart
     * @param address of the net
     * @return false when the account or the address has to wait
     */
    boolean admit(String account, boolean familiar, String address);

    /** The password was right. */
    void succeeded(String account, boolean familiar, String address);
}
