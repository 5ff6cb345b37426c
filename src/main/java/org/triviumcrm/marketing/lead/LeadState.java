package org.triviumcrm.marketing.lead;

import java.util.Locale;
import java.util.Set;

/** How far a lead is, and what may follow. */
public enum LeadState {
    NEW,
    WORKING,
    QUALIFIED,
    DISQUALIFIED;

    /** Whether somebody still has to find out what becomes of it. */
    public boolean isOpen() {
        return this == NEW || this == WORKING;
    }

    /** What it may become next by hand; what was decided is only taken up again. */
    public Set<LeadState> next() {
        return switch (this) {
            case NEW -> Set.of(WORKING, QUALIFIED, DISQUALIFIED);
            case WORKING -> Set.of(QUALIFIED, DISQUALIFIED);
            case QUALIFIED, DISQUALIFIED -> Set.of(WORKING);
        };
    }

    /** The kind of badge: the class {@code state-<kind>}. */
    public String badge() {
        return name().toLowerCase(Locale.ROOT);
    }
}
