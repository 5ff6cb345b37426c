package org.triviumcrm.sales.pool;

import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.triviumcrm.identity.People;
import org.triviumcrm.identity.PersonRef;
import org.triviumcrm.identity.Teams;
import org.triviumcrm.identity.Viewer;
import org.triviumcrm.messaging.Notices;
import org.triviumcrm.sales.opportunity.CanClaimOpportunities;
import org.triviumcrm.shared.list.ListSelection;
import org.triviumcrm.shared.list.MatchingRows;
import org.triviumcrm.shared.web.NotFound;

/** Takes opportunities out of pools: for oneself, or for somebody else. */
@Service
public class ClaimService {

    private static final String CLAIM = "sales.pool.claim";
    private static final String MANAGE = "sales.pool.manage";
    private static final int SHOWN = 20;

    private final PoolRepository pools;
    private final PoolReadRepository readings;
    private final PoolTaking taking;
    private final ListSelection lists;
    private final People people;
    private final Teams teams;
    private final Notices notices;

    ClaimService(
            PoolRepository pools,
            PoolReadRepository readings,
            PoolTaking taking,
            ListSelection lists,
            People people,
            Teams teams,
            Notices notices) {
        this.pools = pools;
        this.readings = readings;
        this.taking = taking;
        this.lists = lists;
        this.people = people;
        this.teams = teams;
        this.notices = notices;
    }

    /** What was chosen and is still there, the longest waiting first; 200 at most. */
    @CanClaimOpportunities
    @Transactional(readOnly = true)
    List<TakenRow> chosen(Viewer viewer, ChooseFromPool choice) {
        MatchingRows rows = choice.isAll()
                ? lists.all(PoolList.NOUN, viewer, Objects.requireNonNullElse(choice.query(), ""))
                : lists.ticked(PoolList.NOUN, viewer, choice.ids());
        return readings.chosen(rows, ChooseFromPool.MOST);
    }

    /** Whether the viewer may give what is in some pool to others. */
    @CanClaimOpportunities
    @Transactional(readOnly = true)
    public boolean mayAssign(Viewer viewer) {
        return viewer.can(MANAGE) || !readings.kept(viewer.personId()).isEmpty();
    }

    /** Who can be given something, by what is typed. */
    @CanClaimOpportunities
    @Transactional(readOnly = true)
    public List<PersonRef> receivers(Viewer viewer, @Nullable String typed) {
        return mayAssign(viewer) ? people.permitted(viewer, CLAIM, typed, SHOWN) : List.of();
    }

    /** Takes them for the viewer; of two who claim the same at the same time, one gets it. Says what became of each. */
    @CanClaimOpportunities
    @Transactional
    public List<TakenRow> claim(Viewer viewer, List<Long> ids) {
        PersonRef claimer = people.find(viewer.personId()).orElseThrow(NotFound::new);
        Set<Long> seen = viewer.can(MANAGE) ? null : readings.seen(viewer.personId());
        return taking.take(viewer, ids, claimer, of(seen), PoolCause.CLAIMED);
    }

    /**
     * Gives them to somebody who may claim from their pools, and tells the person. Says what became of each.
     *
     * @throws PoolRefusal when the person may not claim
     */
    @CanClaimOpportunities
    @Transactional
    public List<TakenRow> assign(Viewer viewer, List<Long> ids, long personId) {
        PersonRef receiver = people.find(personId).orElseThrow(NotFound::new);
        if (!people.isPermitted(viewer, personId, CLAIM)) {
            throw new PoolRefusal("personId", "sales.pool.error.person");
        }
        Set<Long> kept = viewer.can(MANAGE) ? null : readings.kept(viewer.personId());
        List<Pool> theirs =
                of(kept).stream().filter(pool -> reaches(pool, receiver)).toList();
        if (theirs.isEmpty()) {
            throw new PoolRefusal("personId", "sales.pool.error.person");
        }
        List<TakenRow> rows = taking.take(viewer, ids, receiver, theirs, PoolCause.ASSIGNED);
        tell(viewer, receiver, rows.stream().filter(TakenRow::isTaken).toList());
        return rows;
    }

    private boolean reaches(Pool pool, PersonRef person) {
        Long team = pool.getTeamId();
        return team == null
                || pool.getKeeperId() == person.id()
                || person.teamId() != null && teams.andBelow(team).contains(person.teamId());
    }

    /** @param ids null for all */
    private List<Pool> of(@Nullable Set<Long> ids) {
        return pools.findByOrderByPositionAscIdAsc().stream()
                .filter(pool -> ids == null || ids.contains(pool.getId()))
                .toList();
    }

    private void tell(Viewer viewer, PersonRef receiver, List<TakenRow> taken) {
        if (taken.isEmpty() || receiver.id() == viewer.personId()) {
            return;
        }
        TakenRow first = taken.get(0);
        boolean one = taken.size() == 1;
        notices.tell(
                List.of(receiver.id()),
                "sales.pool.notice.assigned",
                List.of(viewer.name(), PoolEntries.named(Objects.requireNonNullElse(first.name(), ""), taken.size())),
                one ? "/sales/opportunities/" + first.id() : "/sales/opportunities?f.owner=me");
    }
}
