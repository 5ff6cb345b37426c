package org.triviumcrm.sales.opportunity;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What may never be, said without the table of transitions: places, and ways from one place to the next. */
final class Forbidden {

    private static final Map<OpportunityState, Set<OpportunityState>> NEXT = Map.of(
            OpportunityState.OPEN,
                    Set.of(
                            OpportunityState.SUSPENDED,
                            OpportunityState.POOLED,
                            OpportunityState.TERMINATED,
                            OpportunityState.WON,
                            OpportunityState.LOST),
            OpportunityState.SUSPENDED,
                    Set.of(OpportunityState.OPEN, OpportunityState.TERMINATED, OpportunityState.LOST),
            OpportunityState.POOLED, Set.of(OpportunityState.OPEN, OpportunityState.TERMINATED, OpportunityState.LOST),
            OpportunityState.TERMINATED, Set.of(),
            OpportunityState.WON, Set.of(OpportunityState.OPEN),
            OpportunityState.LOST, Set.of(OpportunityState.OPEN));

    private Forbidden() {}

    /** Nothing is put away before it is known how it ended. */
    static boolean is(OpportunityLife life) {
        boolean decided = !Set.of(OpportunityState.OPEN, OpportunityState.SUSPENDED, OpportunityState.POOLED)
                .contains(life.state());
        return !decided && life.finish() != Finish.NONE;
    }

    /** The first step that must not be, null when all are as they may be. */
    static @Nullable String course(List<OpportunityLife> passed) {
        for (int at = 1; at < passed.size(); at++) {
            OpportunityLife from = passed.get(at - 1);
            OpportunityLife to = passed.get(at);
            boolean turns = from.state() != to.state();
            boolean files = from.finish() != to.finish();
            int further = to.finish().ordinal() - from.finish().ordinal();
            boolean wrong = is(to)
                    || turns && files
                    || turns && !NEXT.getOrDefault(from.state(), Set.of()).contains(to.state())
                    || turns && from.finish() != Finish.NONE
                    || files && Math.abs(further) != 1
                    || files && to.finish() == Finish.NONE;
            if (wrong) {
                return from + " to " + to;
            }
        }
        return null;
    }
}
