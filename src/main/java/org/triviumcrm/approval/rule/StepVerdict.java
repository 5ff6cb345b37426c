package org.triviumcrm.approval.rule;

import java.util.List;
import org.triviumcrm.approval.definition.Mode;

/** How a step stands. */
public enum StepVerdict {
    /** More decisions are waited for. */
    OPEN,
    APPROVED,
    REJECTED;

    private static final int HUNDRED = 100;

    /**
     * What the decisions so far come to. Once it is not {@link #OPEN} it stays as it is, whatever else is decided; when all
     * have decided it is not open any more.
     *
     * @param places how many people the step has, at least as many as decisions
     * @param decisions true for an approval, in the order in which they were made; an earlier approval that counts stands first
     */
    public static StepVerdict of(Mode mode, int percent, int places, List<Boolean> decisions) {
        if (places < decisions.size()) {
            throw new IllegalArgumentException(decisions.size() + " decisions of " + places);
        }
        if (mode == Mode.ANY_ONE) {
            return decisions.isEmpty() ? OPEN : decisions.get(0) ? APPROVED : REJECTED;
        }
        int needed = needed(mode, percent, places);
        int approved = 0;
        int rejected = 0;
        for (boolean approval : decisions) {
            approved += approval ? 1 : 0;
            rejected += approval ? 0 : 1;
        }
        if (places > 0 && approved >= needed) {
            return APPROVED;
        }
        return rejected > places - needed ? REJECTED : OPEN;
    }

    /** How many approvals a step needs. The share is really reached: 51 % of three people are two, 34 % as well. */
    public static int needed(Mode mode, int percent, int places) {
        return switch (mode) {
            case ANY_ONE -> 1;
            case ALL, IN_SEQUENCE -> places;
            case PERCENTAGE -> Math.max(1, (int) (((long) percent * places + HUNDRED - 1) / HUNDRED));
        };
    }
}
