package org.triviumcrm.sales.pool;

import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.triviumcrm.identity.PersonRef;
import org.triviumcrm.identity.Teams;
import org.triviumcrm.identity.Viewer;
import org.triviumcrm.messaging.Notices;
import org.triviumcrm.sales.OpportunitiesPooled;
import org.triviumcrm.sales.opportunity.OpportunityPoolService;
import org.triviumcrm.sales.opportunity.PoolWay;

/** Puts opportunities into a pool, by whatever came about, and notes why; in the caller's transaction. */
@Component
class PoolEntries {

    private final OpportunityPoolService opportunities;
    private final PoolMoveRepository moves;
    private final Teams teams;
    private final Notices notices;
    private final ApplicationEventPublisher events;

    PoolEntries(
            OpportunityPoolService opportunities,
            PoolMoveRepository moves,
            Teams teams,
            Notices notices,
            ApplicationEventPublisher events) {
        this.opportunities = opportunities;
        this.moves = moves;
        this.teams = teams;
        this.notices = notices;
        this.events = events;
    }

    /** Tells those who had them before, too. @param reason what a person said about it */
    PoolWay.Outcome enter(
            Viewer viewer,
            Pool pool,
            PersonRef keeper,
            List<Long> ids,
            @Nullable String reason,
            Function<PoolWay, PoolCause> cause) {
        Long team = pool.getTeamId();
        var theirs = team == null ? null : teams.andBelow(team);
        return enter(
                viewer, pool, keeper, ids, id -> theirs == null || id != null && theirs.contains(id), reason, cause);
    }

    /** Those that came from this pool just now, whatever team took them. */
    PoolWay.Outcome back(Viewer viewer, Pool pool, PersonRef keeper, List<Long> ids) {
        return enter(viewer, pool, keeper, ids, team -> true, null, way -> PoolCause.UNDONE);
    }

    private PoolWay.Outcome enter(
            Viewer viewer,
            Pool pool,
            PersonRef keeper,
            List<Long> ids,
            Predicate<@Nullable Long> accepted,
            @Nullable String reason,
            Function<PoolWay, PoolCause> cause) {
        PoolWay.Outcome outcome = opportunities.pool(viewer, ids, pool.getId(), keeper, accepted, reason);
        moves.note(outcome.gone(), cause, viewer.personId());
        if (!outcome.gone().isEmpty()) {
            events.publishEvent(new OpportunitiesPooled(
                    outcome.gone().stream().map(PoolWay::opportunityId).toList(), viewer.personId()));
            tell(viewer, pool, outcome.gone());
        }
        return outcome;
    }

    private void tell(Viewer viewer, Pool pool, List<PoolWay> gone) {
        Map<Long, List<PoolWay>> byOwner = gone.stream().collect(Collectors.groupingBy(PoolWay::fromPersonId));
        byOwner.remove(viewer.personId());
        byOwner.forEach((owner, theirs) -> notices.tell(
                List.of(owner),
                "sales.pool.notice.gone",
                List.of(named(theirs.get(0).name(), theirs.size()), pool.getName()),
                PoolList.PATH));
    }

    /** What a notice calls one, or several. */
    static Object named(String first, long count) {
        return count == 1 ? first : new Notices.Count("transfer.count.opportunity", count);
    }
}
