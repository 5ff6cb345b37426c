package org.triviumcrm.sales.pool;

import java.time.Clock;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.triviumcrm.identity.People;
import org.triviumcrm.identity.PersonRef;
import org.triviumcrm.identity.Viewer;
import org.triviumcrm.shared.history.EditConflict;
import org.triviumcrm.shared.web.NotFound;
import org.triviumcrm.shared.web.Option;

/** The pools themselves: their rules, and what these would do. */
@Service
public class PoolService {

    private static final String CLAIM = "sales.pool.claim";

    private final PoolRepository pools;
    private final PoolReadRepository readings;
    private final RecyclingRepository recycling;
    private final CompanyDays days;
    private final KeptPools kept;
    private final People people;
    private final Clock clock;

    PoolService(
            PoolRepository pools,
            PoolReadRepository readings,
            RecyclingRepository recycling,
            CompanyDays days,
            KeptPools kept,
            People people,
            Clock clock) {
        this.pools = pools;
        this.readings = readings;
        this.recycling = recycling;
        this.days = days;
        this.kept = kept;
        this.people = people;
        this.clock = clock;
    }

    @CanManagePools
    @Transactional(readOnly = true)
    public List<PoolRow> all(Viewer viewer) {
        return readings.rows();
    }

    @CanManagePools
    @Transactional(readOnly = true)
    public Pool find(Viewer viewer, long id) {
        return pools.findById(id).orElseThrow(NotFound::new);
    }

    /** A form for one more, behind those there are. */
    @CanManagePools
    @Transactional(readOnly = true)
    SavePool proposed(Viewer viewer) {
        return SavePool.proposed(pools.lastPosition() + 1);
    }

    @CanManagePools
    @Transactional(readOnly = true)
    public boolean isNameTaken(Viewer viewer, @Nullable String name, long exceptId) {
        return name != null
                && pools.findByNameIgnoreCase(name.strip())
                        .filter(other -> other.getId() != exceptId)
                        .isPresent();
    }

    /** Who can keep a pool, by what is typed. */
    @CanManagePools
    @Transactional(readOnly = true)
    public List<PersonRef> keepers(Viewer viewer, @Nullable String typed, int limit) {
        return people.permitted(viewer, CLAIM, typed, limit);
    }

    @CanManagePools
    @Transactional(readOnly = true)
    public boolean mayKeep(Viewer viewer, long personId) {
        return people.isPermitted(viewer, personId, CLAIM);
    }

    @CanManagePools
    @Transactional(readOnly = true)
    public List<Option> pipelines(Viewer viewer) {
        return readings.pipelines();
    }

    @CanManagePools
    @Transactional(readOnly = true)
    public List<Option> stages(Viewer viewer) {
        return readings.stages();
    }

    /** How many would go today if such a pool had told its owners in time, by the rule that takes them. */
    @CanManagePools
    @Transactional(readOnly = true)
    public List<PoolPreview> preview(Viewer viewer, SavePool input) {
        return recycling.preview(new Pool(input, clock), days.today(), days.zone(), clock.instant());
    }

    @CanManagePools
    @Transactional
    public void create(Viewer viewer, SavePool input) {
        pools.save(new Pool(input, clock));
    }

    /** What is in it goes along to another keeper. */
    @CanManagePools
    @Transactional
    public void update(Viewer viewer, long id, SavePool input) {
        Pool pool = find(viewer, id);
        EditConflict.refuseStale(Pool.class, id, input.version(), pool.getVersion());
        long before = pool.getKeeperId();
        pool.change(input, clock);
        if (pool.getKeeperId() != before) {
            pools.flush();
            kept.pass(viewer, List.of(id));
        }
    }
}
