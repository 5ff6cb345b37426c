package org.triviumcrm.identity.access;

import java.io.Serializable;
import java.security.Principal;

/** Who signed in, as the session remembers it: the id alone, everything else is read anew for each request. */
public record SignedInPerson(long personId) implements Principal, Serializable {

    /** The session table finds a person's sessions by this name. */
    @Override
    public String getName() {
        return Long.toString(personId);
    }
}
