package org.triviumcrm.sales.opportunity;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.triviumcrm.identity.BulkRefusal;
import org.triviumcrm.identity.OwnerChange;
import org.triviumcrm.identity.PersonRef;
import org.triviumcrm.identity.Scope;
import org.triviumcrm.identity.Viewer;
import org.triviumcrm.sales.OpportunitiesTransferred;
import org.triviumcrm.sales.exit.Attempt;
import org.triviumcrm.sales.exit.Exit;
import org.triviumcrm.sales.exit.FactKeys;
import org.triviumcrm.sales.exit.OpportunityExits;

/**
 * Into pools and out of them, in the caller's transaction and with a fixed number of statements. Which opportunities, and
 * whether somebody may have them, decides the caller.
 */
@Service
public class OpportunityPoolService {

    private final OpportunityBatch batch;
    private final OwnershipRepository owners;
    private final OpportunityExits exits;
    private final LifeHistory life;
    private final ApplicationEventPublisher events;

    OpportunityPoolService(
            OpportunityBatch batch,
            OwnershipRepository owners,
            OpportunityExits exits,
            LifeHistory life,
            ApplicationEventPublisher events) {
        this.batch = batch;
        this.owners = owners;
        this.exits = exits;
        this.life = life;
        this.events = events;
    }

    /**
     * Those that the viewer has by owner or team; of what a colleague has, only who may give it to others.
     *
     * @param accepted whether the pool takes those of this team, which may be none
     * @param reason what was said about it; null when a rule took it
     */
    @CanClaimOpportunities
    @Transactional
    public PoolWay.Outcome pool(
            Viewer viewer,
            List<Long> ids,
            long poolId,
            PersonRef keeper,
            Predicate<@Nullable Long> accepted,
            @Nullable String reason) {
        owners.giver(viewer, "sales.pool.history.pooled");
        List<PoolWay> gone = new ArrayList<>();
        Map<Long, BulkRefusal> refused = batch.each(
                viewer.scope(OpportunityList.NOUN).base(),
                ids,
                Exit.POOL,
                opportunity -> {
                    opportunity.getLife().after(LifeStep.POOL);
                    boolean others = opportunity.getOwnerId() != viewer.personId();
                    if (others && !viewer.can("sales.opportunity.transfer")) {
                        throw new IllegalMove("sales.opportunity.error.notOwn");
                    }
                    if (!accepted.test(opportunity.ownership().teamId())) {
                        throw new IllegalMove("sales.pool.error.team");
                    }
                    return attempt(Exit.POOL, opportunity);
                },
                (opportunity, passage) -> gone.add(life.note(viewer, opportunity, reason, now -> {
                    long before = opportunity.getOwnerId();
                    opportunity.pool(passage, poolId, keeper, now);
                    return way(opportunity, poolId, before, now);
                })));
        return done(gone, refused);
    }

    /** Out of one of these pools, whether or not the viewer sees the opportunity itself. */
    @CanClaimOpportunities
    @Transactional
    public PoolWay.Outcome claim(Viewer viewer, List<Long> ids, Predicate<Long> pools, PersonRef owner) {
        owners.giver(viewer, "sales.pool.history.claimed");
        List<PoolWay> gone = new ArrayList<>();
        Map<Long, BulkRefusal> refused = batch.each(
                new Scope.Everything(),
                ids,
                Exit.CLAIM,
                opportunity -> {
                    Long pool = opportunity.standing().poolId();
                    if (pool == null || !pools.test(pool)) {
                        throw new IllegalMove("sales.pool.error.taken");
                    }
                    return attempt(Exit.CLAIM, opportunity);
                },
                (opportunity, passage) -> gone.add(life.note(viewer, opportunity, null, now -> {
                    long pool = Objects.requireNonNull(opportunity.standing().poolId());
                    long before = opportunity.getOwnerId();
                    opportunity.giveTo(passage, owner, now);
                    return way(opportunity, pool, before, now);
                })));
        return done(gone, refused);
    }

    private PoolWay.Outcome done(List<PoolWay> gone, Map<Long, BulkRefusal> refused) {
        if (!gone.isEmpty()) {
            exits.changed(gone.stream().map(PoolWay::opportunityId).toList(), List.of(FactKeys.OWNER));
            events.publishEvent(new OpportunitiesTransferred(gone.stream()
                    .map(way -> new OwnerChange(way.opportunityId(), way.fromPersonId(), way.toPersonId()))
                    .toList()));
        }
        return new PoolWay.Outcome(gone, refused);
    }

    private static PoolWay way(Opportunity opportunity, long pool, long before, Instant now) {
        return new PoolWay(
                opportunity.getId(), opportunity.particulars().name(), pool, before, opportunity.getOwnerId(), now);
    }

    private static Attempt attempt(Exit exit, Opportunity opportunity) {
        return Attempt.of(exit, opportunity.getId(), opportunity.getApprovalCaseId(), Map.of());
    }
}
