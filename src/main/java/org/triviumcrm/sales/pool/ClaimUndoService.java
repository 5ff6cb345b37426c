package org.triviumcrm.sales.pool;

import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.triviumcrm.identity.People;
import org.triviumcrm.identity.PersonRef;
import org.triviumcrm.identity.Viewer;
import org.triviumcrm.sales.opportunity.CanClaimOpportunities;
import org.triviumcrm.shared.web.NotFound;

/**
 * Puts what somebody has claimed just now back where it came from. It does not count as held any more, and the person has not
 * lost it, so nothing keeps it from being claimed again; but it stays one of the claims of the day, since the person has seen it.
 */
@Service
public class ClaimUndoService {

    /** How long after the claim. */
    static final Duration WITHIN = Duration.ofMinutes(15);

    private final PoolRepository pools;
    private final PoolMoveRepository moves;
    private final PoolEntries entries;
    private final People people;
    private final Clock clock;

    ClaimUndoService(PoolRepository pools, PoolMoveRepository moves, PoolEntries entries, People people, Clock clock) {
        this.pools = pools;
        this.moves = moves;
        this.entries = entries;
        this.people = people;
        this.clock = clock;
    }

    /**
     * What was claimed too long ago, is no longer the viewer's, has been decided or waits for an approval stays where it is.
     *
     * @return how many went back
     */
    @CanClaimOpportunities
    @Transactional
    public int undo(Viewer viewer, List<Long> ids) {
        Map<Long, List<Long>> byPool = new TreeMap<>();
        moves.claimedLately(ids, viewer.personId(), clock.instant().minus(WITHIN))
                .forEach((id, pool) ->
                        byPool.computeIfAbsent(pool, key -> new ArrayList<>()).add(id));
        int back = 0;
        for (Pool pool : pools.findAllById(byPool.keySet())) {
            PersonRef keeper = people.find(pool.getKeeperId()).orElseThrow(NotFound::new);
            back += entries.back(viewer, pool, keeper, byPool.getOrDefault(pool.getId(), List.of()))
                    .gone()
                    .size();
        }
        return back;
    }
}
