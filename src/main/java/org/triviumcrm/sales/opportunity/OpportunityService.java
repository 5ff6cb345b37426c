package org.triviumcrm.sales.opportunity;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.orm.ObjectOptimisticLockingFailureException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.triviumcrm.approval.ApprovalNeeded;
import org.triviumcrm.customer.Timelines;
import org.triviumcrm.identity.OwnerChange;
import org.triviumcrm.identity.PersonRef;
import org.triviumcrm.identity.Scope;
import org.triviumcrm.identity.Viewer;
import org.triviumcrm.messaging.Notices;
import org.triviumcrm.sales.OpportunitiesTransferred;
import org.triviumcrm.sales.OpportunityCreated;
import org.triviumcrm.sales.exit.Attempt;
import org.triviumcrm.sales.exit.Exit;
import org.triviumcrm.sales.exit.FactKeys;
import org.triviumcrm.sales.exit.OpportunityExits;
import org.triviumcrm.sales.exit.OpportunityFacts;
import org.triviumcrm.sales.exit.Passage;
import org.triviumcrm.sales.pipeline.PipelineService;
import org.triviumcrm.sales.pipeline.Stage;
import org.triviumcrm.sales.pipeline.StageField;
import org.triviumcrm.sales.rate.CurrencyRateService;
import org.triviumcrm.shared.history.EditConflict;
import org.triviumcrm.shared.web.NotFound;

/** Opportunities as records: create, read, change, give away, delete. Their way through the stages: {@link OpportunityMoveService}. */
@Service
public class OpportunityService {

    private final OpportunityRepository opportunities;
    private final StageChangeRepository changes;
    private final OpportunityPageRepository pages;
    private final PipelineService pipelines;
    private final StageGate gate;
    private final CurrencyRateService rates;
    private final OpportunityOutcomes outcomes;
    private final OpportunityExits exits;
    private final TiedRecords tied;
    private final Timelines timelines;
    private final OwnershipRepository owners;
    private final OwnerChoice choice;
    private final Notices notices;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    OpportunityService(
            OpportunityRepository opportunities,
            StageChangeRepository changes,
            OpportunityPageRepository pages,
            PipelineService pipelines,
            StageGate gate,
            CurrencyRateService rates,
            OpportunityOutcomes outcomes,
            OpportunityExits exits,
            TiedRecords tied,
            Timelines timelines,
            OwnershipRepository owners,
            OwnerChoice choice,
            Notices notices,
            ApplicationEventPublisher events,
            Clock clock) {
        this.opportunities = opportunities;
        this.changes = changes;
        this.pages = pages;
        this.pipelines = pipelines;
        this.gate = gate;
        this.rates = rates;
        this.outcomes = outcomes;
        this.exits = exits;
        this.tied = tied;
        this.timelines = timelines;
        this.owners = owners;
        this.choice = choice;
        this.notices = notices;
        this.events = events;
        this.clock = clock;
    }

    /** Everything its page shows. */
    @CanViewOpportunities
    @Transactional(readOnly = true)
    public OpportunityPage page(Viewer viewer, long id) {
        return pages.find(viewer, id).orElseThrow(NotFound::new);
    }

    /** An empty form: the viewer's own, in the company's currency. */
    @CanCreateOpportunities
    @Transactional(readOnly = true)
    public CreateOpportunity blank(Viewer viewer, @Nullable Long stageId, @Nullable Long customerId) {
        return CreateOpportunity.blank(
                stageId, customerId, rates.currencies(viewer).get(0), viewer.personId());
    }

    /**
     * @throws IllegalMove when the stage is not an open one, or none begins there
     * @throws StageAsks when the stage asks for more
     * @throws ApprovalNeeded when only what was approved comes into that stage; it can't be submitted
     * @throws NotFound when the viewer may not put that person in charge, does not work in the pipeline, or may not see the
     *     customer or contact
     */
    @CanCreateOpportunities
    @Transactional
    public long create(Viewer viewer, CreateOpportunity input) {
        Instant now = clock.instant();
        Stage stage = pipelines.stageOfNew(viewer, input.stageId());
        tied.requireVisible(viewer, input, null);
        gate.begin(viewer, stage, input);
        BigDecimal base = outcomes.base(viewer, input.amount(), input.currency(), null);
        OwnerChoice.First first = choice.first(viewer, input, stage, base);
        PersonRef owner = first.person();
        Passage passage = exits.create(
                stage.getId(), () -> outcomes.begun(viewer, input, stage, owner, first.territoryId(), base, now));
        Long by = viewer.isJob() ? null : viewer.personId();
        Opportunity opportunity =
                new Opportunity(passage, input, base, stage, owner, by, LocalDate.ofInstant(now, viewer.zone()), now);
        opportunity.place(passage, first.territoryId(), false);
        tied.keep(viewer, input, opportunity, true);
        opportunities.save(opportunity);
        changes.save(new StageChange(
                opportunity.getId(), stage.getPipelineId(), null, stage.getId(), now, null, viewer.personId()));
        opportunities.flush();
        choice.note(viewer, opportunity.getId(), first);
        events.publishEvent(new OpportunityCreated(opportunity.getId(), owner.id()));
        return opportunity.getId();
    }

    /**
     * @throws ObjectOptimisticLockingFailureException when somebody has changed it since
     * @throws NoRate when another amount can not be converted
     * @throws IllegalMove when it is closed or archived
     * @throws StageAsks when something is taken away that its stage asks for
     */
    @CanEditOpportunities
    @Transactional
    public void update(Viewer viewer, long id, UpdateOpportunity input) {
        Opportunity opportunity = load(viewer, id);
        EditConflict.refuseStale(Opportunity.class, id, input.version(), opportunity.getVersion());
        tied.requireVisible(viewer, input, opportunity);
        opportunity.getLife().after(LifeStep.EDIT);
        gate.keep(viewer, opportunity, input);
        List<String> changes = outcomes.materialChanges(viewer, opportunity, input);
        Exit exit = opportunity.getState() == OpportunityState.WON && !changes.isEmpty() ? Exit.REVISE : Exit.EDIT;
        UnaryOperator<OpportunityFacts> then =
                outcomes.edited(viewer, input, opportunity.standing().closedOn());
        Passage passage = exits.open(new Attempt(exit, id, opportunity.getApprovalCaseId(), null, input, then));
        opportunity.edit(passage, input, outcomes.base(viewer, opportunity, input), clock.instant());
        tied.keep(viewer, input, opportunity, false);
        if (exit == Exit.EDIT) {
            exits.changed(List.of(id), changes);
        }
    }

    /**
     * Gives an opportunity to another person, who then sees it in the own team's scope.
     *
     * @throws IllegalMove when the viewer is a co-owner only, or it is in a pool
     */
    @CanTransferOpportunities
    @Transactional
    public void transfer(Viewer viewer, long id, TransferOpportunity input) {
        Opportunity opportunity = loadOwn(viewer, id);
        PersonRef owner = choice.chosen(viewer, input.ownerId());
        opportunity.getLife().after(LifeStep.TRANSFER);
        long before = opportunity.getOwnerId();
        Passage passage = exits.open(Attempt.of(Exit.TRANSFER, id, opportunity.getApprovalCaseId(), input));
        owners.giver(viewer, null);
        opportunity.giveTo(passage, owner, clock.instant());
        exits.changed(List.of(id), List.of(FactKeys.OWNER));
        events.publishEvent(new OpportunitiesTransferred(List.of(new OwnerChange(id, before, owner.id()))));
        if (owner.id() != before && owner.id() != viewer.personId()) {
            notices.tell(
                    List.of(owner.id()),
                    "sales.notice.given",
                    List.of(viewer.name(), opportunity.particulars().name()),
                    "/sales/opportunities/" + id);
        }
    }

    /**
     * What was logged about it goes to the timeline of its customer, or with it when it has none.
     *
     * @throws IllegalMove when it is decided: that is closed, archived and purged
     */
    @CanDeleteOpportunities
    @Transactional
    public void delete(Viewer viewer, long id) {
        Opportunity opportunity = loadOwn(viewer, id);
        opportunity.getLife().after(LifeStep.DELETE);
        if (pages.wasDecided(id)) {
            throw new IllegalMove("sales.opportunity.error.deleteOnceDecided");
        }
        exits.open(Attempt.of(Exit.DELETE, id, opportunity.getApprovalCaseId(), Map.of()));
        timelines.handOver("opportunity", id, opportunity.particulars().customerId());
        opportunities.delete(opportunity);
    }

    /**
     * For a change: nobody else changes it until this transaction ends.
     *
     * @throws IllegalMove when the viewer is a co-owner who may only look at it
     */
    Opportunity load(Viewer viewer, long id) {
        Opportunity opportunity = opportunities.findForChange(id).orElseThrow(NotFound::new);
        Scope scope = viewer.scope("opportunity");
        if (!opportunity.ownership().isIn(scope, id)) {
            throw new NotFound();
        }
        if (!opportunity.ownership().isChangeableIn(scope, id)) {
            throw new IllegalMove("sales.opportunity.error.viewOnly");
        }
        return opportunity;
    }

    /**
     * Like {@link #load}, for what a co-owner may not do whatever the access.
     *
     * @throws IllegalMove when the viewer is a co-owner only
     */
    private Opportunity loadOwn(Viewer viewer, long id) {
        Opportunity opportunity = load(viewer, id);
        if (!opportunity.ownership().isOwnIn(viewer.scope("opportunity"))) {
            throw new IllegalMove("sales.opportunity.error.notOwn");
        }
        return opportunity;
    }

    /**
     * Takes over what was said on the way into a stage that asks for these fields.
     *
     * @throws NotFound when the viewer may not see the customer or the contact, or not choose the competitor
     * @throws NoRate when the amount can not be converted
     */
    void learn(Viewer viewer, Opportunity opportunity, Passage passage, StageAnswers said, Set<StageField> asked) {
        tied.requireVisible(viewer, said, opportunity.particulars());
        opportunity.learn(passage, said, asked, outcomes.base(viewer, opportunity, said, asked));
    }
}
