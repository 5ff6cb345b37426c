package org.triviumcrm.identity;

import java.util.Collection;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** How passwords are kept, and which are good enough; the same for all who sign in. */
public interface Passwords {

    /** A tenth of a second of work: not within a transaction that others wait for. */
    String hash(String password);

    /** Takes as long without a hash, so that the time tells nothing. False without one. */
    boolean matches(String password, @Nullable String hash);

    /**
     * The message key of what is wrong with a password, if anything.
     *
     * @param own name, address and company, none of which makes a password
     */
    Optional<String> refuse(String password, Collection<String> own);
}
