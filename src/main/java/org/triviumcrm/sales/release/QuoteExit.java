package org.triviumcrm.sales.release;

import java.util.Set;

/** The ways by which a quote leaves the house. Each takes a {@link ReleasedQuote}; a test enumerates them. */
public enum QuoteExit {
    /** As a file. */
    PDF(false),
    /** By e-mail. */
    MAIL(true),
    /** On the customer's own pages. */
    PORTAL(false),
    /** The customer agrees. */
    ACCEPTANCE(true),
    /** Becomes a contract. */
    CONTRACT(false);

    private static final Set<QuoteState> AGREED = Set.of(QuoteState.ACCEPTED);

    private final boolean binding;

    QuoteExit(boolean binding) {
        this.binding = binding;
    }

    /** Whether it may only be taken while nothing is decided and its day is not over. */
    boolean isBinding() {
        return binding;
    }

    /** Whether a quote in this state may take it. */
    boolean isOpenTo(QuoteState state) {
        if (binding) {
            return state.isOpen();
        }
        return this == CONTRACT ? state.isOpen() || AGREED.contains(state) : state.wasReleased();
    }
}
