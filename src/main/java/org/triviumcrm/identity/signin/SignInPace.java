package org.triviumcrm.identity.signin;

import java.time.Duration;

/**
 * How long to wait after so many failures in a row. An account is slowed after three and closed for a quarter of an
 * hour after ten; an address, behind which a whole office may sit, gets more patience.
 */
record SignInPace(int free, int closing, Duration closed) {

    static final SignInPace ACCOUNT = new SignInPace(3, 10, Duration.ofMinutes(15));
    static final SignInPace ADDRESS = new SignInPace(20, 100, Duration.ofMinutes(15));

    /** Failures further apart than this are not in a row. */
    static final Duration MEMORY = Duration.ofHours(1);

    Duration waitAfter(int failures) {
        if (failures < free) {
            return Duration.ZERO;
        }
        if (failures >= closing) {
            return closed;
        }
        Duration wait = Duration.ofSeconds(1L << Math.min(failures - free, 10));
        return wait.compareTo(closed) < 0 ? wait : closed;
    }
}
