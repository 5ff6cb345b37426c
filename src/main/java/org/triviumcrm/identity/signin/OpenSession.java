package org.triviumcrm.identity.signin;

import java.time.Instant;

/**
 * A place where a person is signed in.
 *
 * @param handle names it without giving the session away
 * @param browser such as Firefox, empty when unknown
 * @param system such as Windows, empty when unknown
 */
public record OpenSession(
        String handle,
        String address,
        String browser,
        String system,
        Instant since,
        Instant lastUsed,
        boolean current) {}
