package org.triviumcrm.sales.pool;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.triviumcrm.approval.UnderApproval;
import org.triviumcrm.identity.BulkRefusal;
import org.triviumcrm.identity.PersonRef;
import org.triviumcrm.identity.Viewer;
import org.triviumcrm.sales.opportunity.OpportunityPoolService;
import org.triviumcrm.sales.opportunity.PoolWay;
import org.triviumcrm.sales.pool.PoolMoveRepository.Pooled;

/** Gives somebody what is in pools, as much as these allow; in the caller's transaction. */
@Component
class PoolTaking {

    private static final BulkRefusal GONE = BulkRefusal.of("sales.pool.error.taken");

    private final PoolMoveRepository moves;
    private final OpportunityPoolService opportunities;
    private final CompanyDays days;

    PoolTaking(PoolMoveRepository moves, OpportunityPoolService opportunities, CompanyDays days) {
        this.moves = moves;
        this.opportunities = opportunities;
        this.days = days;
    }

    /**
     * Of several who want the same, the first gets it. A person's limits hold however many takings for it run at the same time.
     *
     * @param from the pools that they may come from
     * @param cause CLAIMED, for which all limits count, or ASSIGNED, for which only that of what the person has does
     * @return what became of each of these ids, in their order
     */
    List<TakenRow> take(Viewer viewer, List<Long> ids, PersonRef person, Collection<Pool> from, PoolCause cause) {
        Map<Long, Pool> pools = from.stream().collect(Collectors.toMap(Pool::getId, Function.identity()));
        moves.hold(person.id());
        ZoneId zone = days.zone();
        LocalDate today = days.today();
        long held = moves.held(person.id());
        Map<Long, Long> claimed = new HashMap<>(
                moves.claimed(person.id(), today.atStartOfDay(zone).toInstant()));
        Map<Long, TakenRow> rows = new HashMap<>();
        List<Long> wanted = new ArrayList<>();
        for (Pooled one : moves.pooled(ids, person.id())) {
            Pool pool = pools.get(one.poolId());
            if (pool != null) {
                BulkRefusal refusal = one.caseId() != null
                        ? BulkRefusal.of(new UnderApproval(one.caseId()).key())
                        : allowance(pool, one, held + wanted.size(), claimed, cause, zone)
                                .refusal(today);
                rows.put(one.id(), new TakenRow(one.id(), one.name(), refusal));
                if (refusal == null) {
                    wanted.add(one.id());
                    claimed.merge(pool.getId(), 1L, Long::sum);
                }
            }
        }
        PoolWay.Outcome outcome = opportunities.claim(viewer, wanted, pools::containsKey, person);
        moves.note(outcome.gone(), way -> cause, viewer.personId());
        outcome.refused()
                .forEach((id, refusal) ->
                        rows.computeIfPresent(id, (key, row) -> new TakenRow(key, row.name(), refusal)));
        return ids.stream()
                .distinct()
                .map(id -> rows.getOrDefault(id, new TakenRow(id, null, GONE)))
                .toList();
    }

    private static Allowance allowance(
            Pool pool, Pooled one, long held, Map<Long, Long> claimed, PoolCause cause, ZoneId zone) {
        PoolRules rules = pool.rules();
        boolean claims = cause == PoolCause.CLAIMED;
        @Nullable
        LocalDate again = claims && one.lostAt() != null ? PoolDays.due(one.lostAt(), rules.restDays(), zone) : null;
        return new Allowance(
                rules.mostHeld(),
                held,
                claims ? rules.mostClaims() : null,
                claimed.getOrDefault(pool.getId(), 0L),
                again);
    }
}
