package org.triviumcrm.support.sla;

import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.triviumcrm.shared.condition.ConditionGroup;
import org.triviumcrm.support.ticket.TicketPriority;
import org.triviumcrm.support.ticket.TicketStatus;

/**
 * A policy as it is applied.
 *
 * @param calendarId null for that of the ticket's queue, else the usual one
 * @param pausing statuses in which time stands still
 * @param responsesPause whether that of responses does as well
 * @param warnPercent null when nobody is warned
 */
record Policy(
        long id,
        String name,
        ConditionGroup when,
        PolicyTargets targets,
        @Nullable Long calendarId,
        Set<TicketStatus> pausing,
        boolean responsesPause,
        @Nullable Integer warnPercent,
        Telling warning,
        Telling breach,
        boolean raise,
        @Nullable Long queueId,
        @Nullable Long personId) {

    /** Whom to tell. */
    record Telling(boolean owner, boolean manager) {

        boolean anybody() {
            return owner || manager;
        }
    }

    /** What its clock measures a ticket of a priority by. */
    SlaTargets of(TicketPriority priority) {
        PriorityTargets some = targets.of(priority);
        return new SlaTargets(
                some.firstResponse(), some.nextResponse(), some.resolution(), responsesPause, warnPercent);
    }
}
