package org.triviumcrm.support.sla;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Tells and does what is to be told and done when the time of a promise is nearly or wholly over; each ticket in a transaction of
 * its own, once whichever node comes first: it holds the ticket, and what has been told is written with it.
 */
@Component
class PromiseTimers {

    private static final Logger LOG = LoggerFactory.getLogger(PromiseTimers.class);
    private static final int AT_ONCE = 200;
    private static final Duration LATER = Duration.ofMinutes(10);

    private final TimerRepository timers;
    private final PromiseRepository promises;
    private final PromiseKeeper keeper;
    private final PromiseAlarms alarms;
    private final TransactionTemplate transactions;
    private final Clock clock;

    PromiseTimers(
            TimerRepository timers,
            PromiseRepository promises,
            PromiseKeeper keeper,
            PromiseAlarms alarms,
            TransactionTemplate transactions,
            Clock clock) {
        this.timers = timers;
        this.promises = promises;
        this.keeper = keeper;
        this.alarms = alarms;
        this.transactions = transactions;
        this.clock = clock;
    }

    /** Those that are due; while others are reckoned anew, which may take minutes, what becomes due meanwhile rings as well. */
    void work() {
        do {
            timers.due(clock.instant(), AT_ONCE).forEach(this::look);
        } while (Boolean.TRUE.equals(transactions.execute(status -> recount())));
    }

    private void look(long ticket) {
        try {
            transactions.executeWithoutResult(status -> ring(ticket));
        } catch (RuntimeException e) {
            LOG.warn("The promises about ticket {} are looked at again later", ticket, e);
            transactions.executeWithoutResult(
                    status -> timers.putOff(ticket, clock.instant().plus(LATER)));
        }
    }

    private void ring(long ticketId) {
        promises.hold(ticketId)
                .ifPresent(ticket ->
                        keeper.keep(ticket, clock.instant(), true).forEach(alarm -> alarms.tell(ticket, alarm)));
    }

    /** @return whether there is more to do */
    private boolean recount() {
        Long reached = timers.reached().orElse(null);
        if (reached == null) {
            return false;
        }
        List<Long> next = timers.open(reached, AT_ONCE);
        for (long id : next) {
            // whoever holds it writes its promises anew
            promises.hold(id).ifPresent(ticket -> keeper.keep(ticket, clock.instant(), false));
        }
        if (next.size() < AT_ONCE) {
            timers.finish();
            return false;
        }
        timers.reach(next.get(next.size() - 1));
        return true;
    }
}
