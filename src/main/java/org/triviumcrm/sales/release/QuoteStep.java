package org.triviumcrm.sales.release;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What people do with a quote, from where it may be done and where it leads. */
public enum QuoteStep {
    /** Lets it leave, by those whom a flow asks or at once where none does. */
    RELEASE(to(QuoteState.RELEASED, QuoteState.DRAFT, QuoteState.SUBMITTED)),
    /** Changes what is typed into its form. What was released is a draft again when it says something else then. */
    EDIT(stays(QuoteState.DRAFT, QuoteState.RELEASED)),
    /** Takes back what was released and has not left. */
    WITHDRAW(to(QuoteState.DRAFT, QuoteState.RELEASED)),
    SEND(to(QuoteState.SENT, QuoteState.RELEASED, QuoteState.SENT)),
    ACCEPT(to(QuoteState.ACCEPTED, QuoteState.RELEASED, QuoteState.SENT)),
    DECLINE(to(QuoteState.DECLINED, QuoteState.RELEASED, QuoteState.SENT)),
    /** Its day is over. */
    EXPIRE(to(QuoteState.EXPIRED, QuoteState.RELEASED, QuoteState.SENT)),
    /** A newer version takes its place. */
    REPLACE(to(QuoteState.REPLACED, QuoteState.RELEASED, QuoteState.SENT, QuoteState.DECLINED, QuoteState.EXPIRED)),
    /** Begins a newer version. */
    REVISE(stays(QuoteState.RELEASED, QuoteState.SENT, QuoteState.DECLINED, QuoteState.EXPIRED)),
    /** Begins another quote with the same lines. */
    DUPLICATE(stays(
            QuoteState.DRAFT,
            QuoteState.RELEASED,
            QuoteState.SENT,
            QuoteState.ACCEPTED,
            QuoteState.DECLINED,
            QuoteState.EXPIRED,
            QuoteState.REPLACED)),
    DELETE(stays(QuoteState.DRAFT));

    private final Map<QuoteState, QuoteState> ways;

    QuoteStep(Map<QuoteState, QuoteState> ways) {
        this.ways = ways;
    }

    private static Map<QuoteState, QuoteState> to(QuoteState then, QuoteState... from) {
        Map<QuoteState, QuoteState> ways = new EnumMap<>(QuoteState.class);
        Arrays.stream(from).forEach(state -> ways.put(state, then));
        return ways;
    }

    private static Map<QuoteState, QuoteState> stays(QuoteState... states) {
        Map<QuoteState, QuoteState> ways = new EnumMap<>(QuoteState.class);
        Arrays.stream(states).forEach(state -> ways.put(state, state));
        return ways;
    }

    /** Whether it may be done in this state. */
    public boolean isOffered(QuoteState now) {
        return ways.containsKey(now);
    }

    /** @throws IllegalPaper when it can't be done in this state */
    public QuoteState after(QuoteState now) {
        @Nullable QuoteState then = ways.get(now);
        if (then == null) {
            throw new IllegalPaper("sales.quote.error.state." + now);
        }
        return then;
    }
}
