package org.triviumcrm.identity.signin;

import org.jspecify.annotations.Nullable;

/** What the sign-in knows of a person. */
record Credential(
        long personId, String signInName, @Nullable String passwordHash, boolean active) {

    static final Credential NOBODY = new Credential(0, "", null, false);
}
