package org.triviumcrm.sales.seal;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.triviumcrm.sales.release.IllegalPaper;

/** What people do with a contract, from where it may be done and where it leads. */
public enum ContractStep {
    /** Lets it leave and be signed, by those whom a flow asks or at once where none does. */
    RELEASE(to(ContractState.RELEASED, ContractState.DRAFT, ContractState.SUBMITTED)),
    /** Changes what is typed into its form. What was released is a draft again when it says something else then. */
    EDIT(stays(ContractState.DRAFT, ContractState.RELEASED)),
    /** Takes back what was released and nobody has signed. */
    WITHDRAW(to(ContractState.DRAFT, ContractState.RELEASED)),
    SEND(stays(ContractState.RELEASED, ContractState.SIGNED)),
    SIGN(to(ContractState.SIGNED, ContractState.RELEASED)),
    /** Begins an amendment. */
    AMEND(stays(ContractState.SIGNED)),
    /** An amendment takes its place. */
    REPLACE(to(ContractState.REPLACED, ContractState.SIGNED)),
    /** Renews itself: its end moves. */
    EXTEND(stays(ContractState.SIGNED)),
    /** Its last day is over. */
    END(to(ContractState.ENDED, ContractState.SIGNED)),
    TERMINATE(to(ContractState.TERMINATED, ContractState.SIGNED)),
    /** Begins another contract with the same lines, to go on after it or for somebody else. */
    DUPLICATE(stays(
            ContractState.DRAFT,
            ContractState.RELEASED,
            ContractState.SIGNED,
            ContractState.ENDED,
            ContractState.TERMINATED,
            ContractState.REPLACED)),
    DELETE(stays(ContractState.DRAFT));

    private final Map<ContractState, ContractState> ways;

    ContractStep(Map<ContractState, ContractState> ways) {
        this.ways = ways;
    }

    private static Map<ContractState, ContractState> to(ContractState then, ContractState... from) {
        Map<ContractState, ContractState> ways = new EnumMap<>(ContractState.class);
        Arrays.stream(from).forEach(state -> ways.put(state, then));
        return ways;
    }

    private static Map<ContractState, ContractState> stays(ContractState... states) {
        Map<ContractState, ContractState> ways = new EnumMap<>(ContractState.class);
        Arrays.stream(states).forEach(state -> ways.put(state, state));
        return ways;
    }

    /** Whether it may be done in this state. */
    public boolean isOffered(ContractState now) {
        return ways.containsKey(now);
    }

    /** @throws IllegalPaper when it can't be done in this state */
    public ContractState after(ContractState now) {
        @Nullable ContractState then = ways.get(now);
        if (then == null) {
            throw new IllegalPaper("sales.contract.error.state." + now);
        }
        return then;
    }
}
