package org.triviumcrm.insight.home;

import java.time.Instant;
import java.util.List;

/**
 * What waits for somebody or went wrong, as far as the viewer can mend it.
 *
 * @param neverSignedIn active accounts, at most {@link #CAP} + 1
 */
public record Waiting(List<Import> imports, List<ClosedAccount> closed, long neverSignedIn) {

    /** Counted no further. */
    static final int CAP = 100;

    /** @param state FAILED, or what it waits for: QUESTIONS, READY */
    public record Import(long id, String fileName, String state, String person, Instant createdAt) {}

    /** After too many wrong passwords. */
    public record ClosedAccount(long id, String name, Instant until) {}

    public boolean isEmpty() {
        return imports.isEmpty() && closed.isEmpty() && neverSignedIn == 0;
    }

    public long shownNeverSignedIn() {
        return Math.min(neverSignedIn, CAP);
    }

    public boolean moreNeverSignedIn() {
        return neverSignedIn > CAP;
    }
}
