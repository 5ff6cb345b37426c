package org.triviumcrm.sales.opportunity;

/** Where an opportunity is in its life, and what may follow. */
public enum OpportunityState {
    OPEN,
    WON,
    LOST;

    /** Open ones are won or lost; won and lost ones can be reopened, but not turned into each other directly. */
    public boolean mayBecome(OpportunityState next) {
        return switch (this) {
            case OPEN -> next == WON || next == LOST;
            case WON, LOST -> next == OPEN;
        };
    }
}
