package org.triviumcrm.support.vote;

import java.util.Arrays;
import java.util.Optional;

/** Why an article did not help. */
public enum VoteReason {
    UNCLEAR,
    INCOMPLETE,
    OUTDATED,
    WRONG,
    OTHER;

    static Optional<VoteReason> of(String sent) {
        return Arrays.stream(values())
                .filter(reason -> reason.name().equals(sent))
                .findFirst();
    }
}
