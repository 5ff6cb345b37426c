package org.triviumcrm.sales.pool;

import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.triviumcrm.identity.BulkRefusal;
import org.triviumcrm.identity.People;
import org.triviumcrm.identity.PersonRef;
import org.triviumcrm.identity.Viewer;
import org.triviumcrm.sales.opportunity.CanClaimOpportunities;
import org.triviumcrm.sales.opportunity.PoolWay;
import org.triviumcrm.shared.web.NotFound;
import org.triviumcrm.shared.web.Option;

/** Gives opportunities back to a pool: the own ones, or those of others that one may give away. */
@Service
public class ReturnService {

    private final PoolRepository pools;
    private final PoolReadRepository readings;
    private final PoolEntries entries;
    private final RecyclingRepository recycling;
    private final People people;

    ReturnService(
            PoolRepository pools,
            PoolReadRepository readings,
            PoolEntries entries,
            RecyclingRepository recycling,
            People people) {
        this.pools = pools;
        this.readings = readings;
        this.entries = entries;
        this.recycling = recycling;
        this.people = people;
    }

    /** Pools for opportunities of the viewer's team. */
    @CanClaimOpportunities
    @Transactional(readOnly = true)
    public List<Option> choices(Viewer viewer) {
        return readings.taking(viewer.teamId(), viewer.can("sales.pool.manage"));
    }

    /** Pools for the opportunities of a person. */
    @CanClaimOpportunities
    @Transactional(readOnly = true)
    public List<Option> choices(Viewer viewer, long ownerId) {
        return readings.taking(people.find(ownerId).map(PersonRef::teamId).orElse(null), false);
    }

    /** @throws NotFound when there is no such pool that is in use */
    @CanClaimOpportunities
    @Transactional(readOnly = true)
    public Pool pool(Viewer viewer, long id) {
        return pools.findById(id).filter(Pool::isActive).orElseThrow(NotFound::new);
    }

    /** @throws PoolRefusal when the opportunity does not go there, with the reason */
    @CanClaimOpportunities
    @Transactional
    public void giveBack(Viewer viewer, long id, ReturnToPool input) {
        BulkRefusal refused = giveBack(viewer, List.of(id), input).get(id);
        if (BulkRefusal.GONE.equals(refused)) {
            throw new NotFound();
        }
        if (refused != null) {
            throw new PoolRefusal(null, refused.reason());
        }
    }

    /** Those that stay where they are, and why. */
    @CanClaimOpportunities
    @Transactional
    public Map<Long, BulkRefusal> giveBack(Viewer viewer, List<Long> ids, ReturnToPool input) {
        Pool pool = pool(viewer, input.poolId());
        PersonRef keeper = people.find(pool.getKeeperId()).orElseThrow(NotFound::new);
        PoolWay.Outcome outcome = entries.enter(
                viewer,
                pool,
                keeper,
                ids,
                input.reason(),
                way -> way.fromPersonId() == viewer.personId() ? PoolCause.RETURNED : PoolCause.TAKEN_BACK);
        recycling.arrived(outcome.gone().stream().map(PoolWay::opportunityId).toList());
        return outcome.refused();
    }
}
