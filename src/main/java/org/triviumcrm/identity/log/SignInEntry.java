package org.triviumcrm.identity.log;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.triviumcrm.identity.signin.SignInOutcome;

/**
 * A line in the log of sign-ins.
 *
 * @param name of the person, or what was typed when there is no such person
 */
record SignInEntry(
        long id,
        Instant at,
        @Nullable Long personId,
        String name,
        String address,
        String browser,
        String system,
        SignInOutcome outcome) {}
