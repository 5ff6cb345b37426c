package org.triviumcrm.sales.opportunity;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.triviumcrm.customer.Timelines;
import org.triviumcrm.identity.Viewer;
import org.triviumcrm.sales.exit.Attempt;
import org.triviumcrm.sales.exit.Exit;
import org.triviumcrm.sales.exit.OpportunityExits;
import org.triviumcrm.sales.exit.Passage;

/** The archive: into it, out of it, and away for good. */
@Service
public class OpportunityArchiveService {

    static final int PAGE = 50;

    private final OpportunityService opportunities;
    private final PurgeRepository purges;
    private final LifeHistory life;
    private final OpportunityExits exits;
    private final Timelines timelines;
    private final Clock clock;

    OpportunityArchiveService(
            OpportunityService opportunities,
            PurgeRepository purges,
            LifeHistory life,
            OpportunityExits exits,
            Timelines timelines,
            Clock clock) {
        this.opportunities = opportunities;
        this.purges = purges;
        this.life = life;
        this.exits = exits;
        this.timelines = timelines;
        this.clock = clock;
    }

    /**
     * @throws IllegalMove when it is not closed
     * @throws org.triviumcrm.approval.ApprovalNeeded when somebody has to approve it first
     */
    @CanArchiveOpportunities
    @Transactional
    public void archive(Viewer viewer, long id) {
        file(viewer, id, LifeStep.ARCHIVE);
    }

    /** Back among the closed ones. @throws IllegalMove when it is not archived */
    @CanPurgeOpportunities
    @Transactional
    public void unarchive(Viewer viewer, long id) {
        file(viewer, id, LifeStep.UNARCHIVE);
    }

    /** What would go if it was purged. */
    @CanPurgeOpportunities
    @Transactional(readOnly = true)
    public Leaving leaving(Viewer viewer, long id) {
        opportunities.page(viewer, id);
        return purges.leaving(id);
    }

    /** Whose part in it would go. */
    @CanPurgeOpportunities
    @Transactional(readOnly = true)
    public LeavingPeople people(Viewer viewer, long id) {
        return purges.people(viewer, id);
    }

    /**
     * Takes it away for good, its history included; a line says that it was there. What was logged about it goes to the
     * timeline of its customer, or with it when it has none.
     *
     * @throws IllegalMove when it is not archived
     */
    @CanPurgeOpportunities
    @Transactional
    public void purge(Viewer viewer, long id, PurgeOpportunity input) {
        Opportunity opportunity = opportunities.load(viewer, id);
        opportunity.getLife().after(LifeStep.PURGE);
        exits.open(Attempt.of(Exit.PURGE, id, opportunity.getApprovalCaseId(), input));
        OpportunityPage page = opportunities.page(viewer, id);
        purges.note(
                page,
                purges.leaving(id),
                purges.people(viewer, id),
                input.reason(),
                viewer.personId(),
                clock.instant());
        timelines.handOver("opportunity", id, opportunity.particulars().customerId());
        purges.remove(id);
    }

    /** What was purged, the latest first, one more than a page if there is one. @param before id of the last one seen */
    @CanPurgeOpportunities
    @Transactional(readOnly = true)
    public List<Purge> purged(Viewer viewer, @Nullable Long before) {
        return purges.latest(before, PAGE + 1);
    }

    private void file(Viewer viewer, long id, LifeStep step) {
        Opportunity opportunity = opportunities.load(viewer, id);
        opportunity.getLife().after(step);
        Passage passage =
                exits.open(Attempt.of(Exit.valueOf(step.name()), id, opportunity.getApprovalCaseId(), Map.of()));
        life.note(viewer, opportunity, null, now -> {
            opportunity.take(passage, step, now);
            return null;
        });
    }
}
