package org.triviumcrm.sales.territory;

import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Puts opportunities where they belong, {@value #STEP} a transaction: those that have changed, and those of runs. Whoever goes on
 * after a crash, on this node or another, goes on where that was.
 */
@Component
class TerritoryMover {

    static final int STEP = 1_000;

    private final TerritoryRules rules;
    private final TerritoryPlaceRepository places;
    private final TerritoryRunRepository runs;
    private final TerritoryRepository territories;
    private final TransactionTemplate transaction;
    private final Clock clock;

    TerritoryMover(
            TerritoryRules rules,
            TerritoryPlaceRepository places,
            TerritoryRunRepository runs,
            TerritoryRepository territories,
            TransactionTemplate transaction,
            Clock clock) {
        this.rules = rules;
        this.places = places;
        this.runs = runs;
        this.territories = territories;
        this.transaction = transaction;
        this.clock = clock;
    }

    /** To the end of all that there is. */
    void work() {
        while (Boolean.TRUE.equals(transaction.execute(status -> due()))) {}
        for (long run : runs.open()) {
            while (Boolean.TRUE.equals(transaction.execute(status -> step(run)))) {}
        }
        while (Boolean.TRUE.equals(transaction.execute(status -> due()))) {}
    }

    /** False when nothing is left to do. */
    private boolean due() {
        List<Long> due = places.takeDue(STEP);
        if (due.isEmpty()) {
            return false;
        }
        // read after they were taken: whoever changes a customer from now on puts them here once more
        rules.place(due);
        places.done(due);
        return true;
    }

    private boolean step(long id) {
        TerritoryRun run = runs.take(id).orElse(null);
        if (run == null) {
            return false;
        }
        Long from = run.fromId();
        List<Long> next = run.kind() == TerritoryRun.Kind.RULES
                ? places.next(run.reachedId(), STEP)
                : from == null ? List.of() : places.in(from, STEP);
        if (next.isEmpty()) {
            if (from != null) {
                territories.deleteById(from);
            }
            runs.finish(id, clock.instant());
            return false;
        }
        int changed = run.kind() == TerritoryRun.Kind.RULES ? rules.place(next) : moveTo(run.toId(), next);
        runs.step(id, next.get(next.size() - 1), next.size(), changed);
        return true;
    }

    private int moveTo(@Nullable Long to, List<Long> opportunities) {
        Map<Long, Long> moved = new HashMap<>();
        opportunities.forEach(one -> moved.put(one, to));
        places.move(moved, "sales.territory.history.removal");
        if (to == null) {
            places.lookAgain(opportunities);
        }
        return moved.size();
    }
}
