package org.triviumcrm.approval.rule;

import java.util.List;
import org.triviumcrm.approval.definition.Mode;

/**
 * Who is asked in a step, and what comes of it when that is nobody.
 *
 * @param seats in the order in which they are asked; each person once
 * @param remarks the rules that worked, for who wants to know why
 */
public record Seating(Outcome outcome, List<Seat> seats, List<Remark> remarks) {

    /** How it goes on. */
    public enum Outcome {
        /** Somebody is asked. */
        ASK,
        /** Nobody was found, and the flow says that the step is passed over then. */
        SKIP,
        /** Nobody was found, and the case is rejected for that. */
        REJECT
    }

    /**
     * A rule that worked on a place.
     *
     * @param personId whose place it was
     */
    public record Remark(Rule rule, long personId) {}

    /** What can happen to a place. */
    public enum Rule {
        /** The person is the submitter, the next superior is asked. */
        SUBMITTER_REPLACED,
        /** The person is the submitter and is left out. */
        SUBMITTER_LEFT_OUT,
        /** The person has left, the next superior is asked. */
        LEFT_REPLACED,
        /** The person has left and there is nobody above. */
        LEFT_OUT,
        /** The person is away, the deputy is asked. */
        DEPUTY,
        /** The person is away and no deputy is there: it waits. */
        WAITS,
        /** The person is already asked in this step. */
        TWICE,
        /** The person's approval of an earlier step counts. */
        APPROVED_BEFORE,
        /** Nobody was found, this person is asked. */
        FALLBACK
    }

    /** Whether earlier approvals that count here decide the step, so that nobody is asked. */
    public boolean isDecided(Mode mode, int percent) {
        List<Boolean> before =
                seats.stream().filter(Seat::approvedBefore).map(seat -> true).toList();
        return outcome == Outcome.ASK && StepVerdict.of(mode, percent, seats.size(), before) != StepVerdict.OPEN;
    }

    public Seating {
        seats = List.copyOf(seats);
        remarks = List.copyOf(remarks);
    }
}
