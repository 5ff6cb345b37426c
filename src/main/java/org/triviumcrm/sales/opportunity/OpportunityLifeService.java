package org.triviumcrm.sales.opportunity;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.triviumcrm.identity.People;
import org.triviumcrm.identity.PersonRef;
import org.triviumcrm.identity.Superiors;
import org.triviumcrm.identity.Viewer;
import org.triviumcrm.messaging.Notices;
import org.triviumcrm.sales.exit.Attempt;
import org.triviumcrm.sales.exit.Exit;
import org.triviumcrm.sales.exit.OpportunityExits;
import org.triviumcrm.sales.exit.Passage;

/** Laying opportunities aside, taking them up again, and finishing with them. */
@Service
public class OpportunityLifeService {

    /** What fails once or twice may be a moment's trouble. */
    private static final int FAILURES_TOLD = 3;

    private final OpportunityService opportunities;
    private final OpportunityPageRepository pages;
    private final LifeHistory life;
    private final OpportunityExits exits;
    private final SuspensionRepository suspended;
    private final People people;
    private final Superiors superiors;
    private final Notices notices;
    private final Clock clock;

    OpportunityLifeService(
            OpportunityService opportunities,
            OpportunityPageRepository pages,
            LifeHistory life,
            OpportunityExits exits,
            SuspensionRepository suspended,
            People people,
            Superiors superiors,
            Notices notices,
            Clock clock) {
        this.opportunities = opportunities;
        this.pages = pages;
        this.life = life;
        this.exits = exits;
        this.suspended = suspended;
        this.people = people;
        this.superiors = superiors;
        this.notices = notices;
        this.clock = clock;
    }

    /** What has happened in its life, the latest first. */
    @CanViewOpportunities
    @Transactional(readOnly = true)
    public List<LifeEntry> history(Viewer viewer, long id) {
        return pages.life(viewer, id);
    }

    /**
     * Leaves board, forecast and totals until the day, or until somebody takes it up again.
     *
     * @throws UntilPast when the day is not one to come
     * @throws IllegalMove when it is not open
     */
    @CanSuspendOpportunities
    @Transactional
    public void suspend(Viewer viewer, long id, SuspendOpportunity input) {
        if (!input.until().isAfter(LocalDate.ofInstant(clock.instant(), viewer.zone()))) {
            throw new UntilPast();
        }
        Opportunity opportunity = opportunities.load(viewer, id);
        opportunity.getLife().after(LifeStep.SUSPEND);
        Passage passage = exits.open(attempt(Exit.SUSPEND, opportunity, input));
        life.note(viewer, opportunity, input.reason(), now -> {
            opportunity.suspend(passage, input.until(), input.reason(), now);
            return null;
        });
    }

    /** @throws IllegalMove when it is not suspended */
    @CanSuspendOpportunities
    @Transactional
    public void reactivate(Viewer viewer, long id) {
        Opportunity opportunity = opportunities.load(viewer, id);
        opportunity.getLife().after(LifeStep.REACTIVATE);
        Passage passage = exits.open(attempt(Exit.REACTIVATE, opportunity, Map.of()));
        life.note(viewer, opportunity, null, now -> {
            opportunity.take(passage, LifeStep.REACTIVATE, now);
            return null;
        });
    }

    /** Takes it up again if its day has come; somebody may have been faster, or have thought of another day. */
    @CanSuspendOpportunities
    @Transactional
    void reactivateOn(Viewer job, long id, LocalDate today) {
        LocalDate until = opportunities.load(job, id).standing().suspendedUntil();
        if (until != null && !until.isAfter(today)) {
            reactivate(job, id);
        }
    }

    /**
     * Tells the owner that its day has come, and that it comes back only once somebody has asked for the approval; the nearest
     * superior when the owner has left. Once for each day.
     *
     * @param flow the name of the flow that asks for it
     */
    @CanSuspendOpportunities
    @Transactional
    void tellOwner(Viewer job, long id, String flow) {
        Opportunity opportunity = opportunities.load(job, id);
        LocalDate until = opportunity.standing().suspendedUntil();
        if (until != null && suspended.note(id, until, clock.instant())) {
            tell(
                    opportunity,
                    "sales.notice.reactivation",
                    opportunity.particulars().name(),
                    flow);
        }
    }

    /** Its coming back has failed: it is tried again later. The same are told, once for each day, when it has failed three times. */
    @CanSuspendOpportunities
    @Transactional
    void putOff(Viewer job, long id) {
        Opportunity opportunity = opportunities.load(job, id);
        LocalDate until = opportunity.standing().suspendedUntil();
        if (until != null && suspended.failed(id, until, clock.instant()) == FAILURES_TOLD) {
            tell(
                    opportunity,
                    "sales.notice.reactivationFailed",
                    opportunity.particulars().name());
        }
    }

    private void tell(Opportunity about, String notice, String... said) {
        long owner = about.getOwnerId();
        boolean active = people.find(owner).filter(PersonRef::active).isPresent();
        Stream<Long> above =
                superiors.above(owner).stream().filter(PersonRef::active).map(PersonRef::id);
        notices.tell(
                active ? List.of(owner) : above.limit(1).toList(),
                notice,
                List.of(said),
                "/sales/opportunities/" + about.getId());
    }

    /**
     * Finishes with what is decided; from now on nothing about it changes.
     *
     * @throws IllegalMove when it is not decided yet, or closed already
     */
    @CanCloseOpportunities
    @Transactional
    public void close(Viewer viewer, long id, CloseOpportunity input) {
        Opportunity opportunity = opportunities.load(viewer, id);
        opportunity.getLife().after(LifeStep.CLOSE);
        Passage passage = exits.open(attempt(Exit.CLOSE, opportunity, input));
        life.note(viewer, opportunity, input.reason(), now -> {
            opportunity.close(passage, input.note(), input.lessons(), now);
            return null;
        });
    }

    private static Attempt attempt(Exit exit, Opportunity opportunity, Object input) {
        return Attempt.of(exit, opportunity.getId(), opportunity.getApprovalCaseId(), input);
    }
}
