package org.triviumcrm.sales.seal;

import java.util.EnumSet;
import java.util.Set;

/** The ways by which a contract leaves the house or binds it. Each takes a {@link ReleasedContract}; a test enumerates them. */
public enum ContractExit {
    /** As a file. */
    PDF(true, true),
    /** By e-mail. */
    MAIL(true, true),
    /** By a letter that reminds of what is owed. */
    REMINDER(false, true),
    /** On the customer's own pages. */
    PORTAL(true, true),
    /** Both sign. */
    SIGNATURE(true, false),
    /** Goes on: by an amendment. */
    AMENDMENT(false, true),
    /** Goes on after its end: by itself, or by an opportunity to renew it. */
    RENEWAL(false, true);

    private static final Set<ContractState> SIGNED =
            EnumSet.of(ContractState.SIGNED, ContractState.ENDED, ContractState.TERMINATED, ContractState.REPLACED);

    private final boolean before;
    private final boolean after;

    ContractExit(boolean before, boolean after) {
        this.before = before;
        this.after = after;
    }

    /** Whether a contract in this state may take it. */
    boolean isOpenTo(ContractState state) {
        if (state == ContractState.RELEASED) {
            return before;
        }
        boolean goesOn = this == AMENDMENT || this == RENEWAL;
        return after && (goesOn ? state == ContractState.SIGNED : SIGNED.contains(state));
    }
}
