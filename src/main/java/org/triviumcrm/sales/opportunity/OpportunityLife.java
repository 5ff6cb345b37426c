package org.triviumcrm.sales.opportunity;

import static org.triviumcrm.sales.opportunity.OpportunityState.LOST;
import static org.triviumcrm.sales.opportunity.OpportunityState.OPEN;
import static org.triviumcrm.sales.opportunity.OpportunityState.POOLED;
import static org.triviumcrm.sales.opportunity.OpportunityState.SUSPENDED;
import static org.triviumcrm.sales.opportunity.OpportunityState.TERMINATED;
import static org.triviumcrm.sales.opportunity.OpportunityState.WON;

import java.util.Set;

/** Where an opportunity is in its life, and where each step leads from there: the whole table of transitions. */
public record OpportunityLife(OpportunityState state, Finish finish) {

    /** How each begins. */
    static final OpportunityLife BEGINNING = new OpportunityLife(OPEN, Finish.NONE);

    private static final Set<OpportunityState> UNDECIDED = Set.of(OPEN, SUSPENDED, POOLED);
    private static final Set<OpportunityState> REOPENABLE = Set.of(WON, LOST);

    /** Whether this step may be taken from here. */
    public boolean allows(LifeStep step) {
        boolean active = finish == Finish.NONE;
        return switch (step) {
            case TRANSFER -> state != POOLED;
            case EDIT -> active;
            case DELETE -> UNDECIDED.contains(state);
            case MOVE, WIN, SUSPEND, POOL -> state == OPEN;
            case LOSE, TERMINATE -> UNDECIDED.contains(state);
            case REACTIVATE -> state == SUSPENDED;
            case CLAIM -> state == POOLED;
            case REOPEN -> active && REOPENABLE.contains(state);
            case CLOSE -> active && state.isDecided();
            case ARCHIVE -> finish == Finish.CLOSED;
            case UNARCHIVE, PURGE -> finish == Finish.ARCHIVED;
        };
    }

    /**
     * Where the step leads; deleted and purged ones stay what they were until they are gone.
     *
     * @throws IllegalMove when it may not be taken from here
     */
    public OpportunityLife after(LifeStep step) {
        if (!allows(step)) {
            throw new IllegalMove(refusal(step));
        }
        return switch (step) {
            case EDIT, MOVE, TRANSFER, DELETE, PURGE -> this;
            case REOPEN, REACTIVATE, CLAIM -> BEGINNING;
            case WIN -> new OpportunityLife(WON, finish);
            case LOSE -> new OpportunityLife(LOST, finish);
            case SUSPEND -> new OpportunityLife(SUSPENDED, finish);
            case POOL -> new OpportunityLife(POOLED, finish);
            case TERMINATE -> new OpportunityLife(TERMINATED, finish);
            case CLOSE, UNARCHIVE -> new OpportunityLife(state, Finish.CLOSED);
            case ARCHIVE -> new OpportunityLife(state, Finish.ARCHIVED);
        };
    }

    /** What a step that is not allowed here is answered with: a message key. */
    private String refusal(LifeStep step) {
        if (step == LifeStep.DELETE && finish == Finish.NONE) {
            return "sales.opportunity.error.deleteDecided";
        }
        return finish == Finish.NONE
                ? "sales.opportunity.error.state." + state
                : "sales.opportunity.error.finish." + finish;
    }
}
