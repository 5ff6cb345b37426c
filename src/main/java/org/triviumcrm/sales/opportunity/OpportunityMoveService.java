package org.triviumcrm.sales.opportunity;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.triviumcrm.identity.Viewer;
import org.triviumcrm.sales.OpportunityLost;
import org.triviumcrm.sales.OpportunityMoved;
import org.triviumcrm.sales.OpportunityReopened;
import org.triviumcrm.sales.OpportunityWon;
import org.triviumcrm.sales.exit.Attempt;
import org.triviumcrm.sales.exit.Exit;
import org.triviumcrm.sales.exit.OpportunityExits;
import org.triviumcrm.sales.exit.OpportunityFacts;
import org.triviumcrm.sales.exit.Passage;
import org.triviumcrm.sales.lostreason.LostReason;
import org.triviumcrm.sales.lostreason.LostReasonService;
import org.triviumcrm.sales.pipeline.PipelineService;
import org.triviumcrm.sales.pipeline.Stage;
import org.triviumcrm.sales.pipeline.StageField;
import org.triviumcrm.sales.pipeline.StageKind;
import org.triviumcrm.shared.web.NotFound;

/** The way of an opportunity through the stages, each step with its row in the stage history. */
@Service
public class OpportunityMoveService {

    private final OpportunityService opportunities;
    private final StageChangeRepository changes;
    private final PipelineService pipelines;
    private final StageGate gate;
    private final OpportunityOutcomes outcomes;
    private final OpportunityExits exits;
    private final LostReasonService reasons;
    private final TiedRecords tied;
    private final LifeHistory life;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    OpportunityMoveService(
            OpportunityService opportunities,
            StageChangeRepository changes,
            PipelineService pipelines,
            StageGate gate,
            OpportunityOutcomes outcomes,
            OpportunityExits exits,
            LostReasonService reasons,
            TiedRecords tied,
            LifeHistory life,
            ApplicationEventPublisher events,
            Clock clock) {
        this.opportunities = opportunities;
        this.changes = changes;
        this.pipelines = pipelines;
        this.gate = gate;
        this.outcomes = outcomes;
        this.exits = exits;
        this.reasons = reasons;
        this.tied = tied;
        this.life = life;
        this.events = events;
        this.clock = clock;
    }

    /**
     * @throws IllegalMove when it is closed, the stage is not an open one of its pipeline, or the rules forbid the move
     * @throws StageAsks when the stage asks for more than is known and said, or the way back for a reason
     * @throws NoRate when the amount that is said can not be converted
     */
    @CanEditOpportunities
    @Transactional
    public void move(Viewer viewer, long id, MoveOpportunity input) {
        Stage to = pipelines.stage(viewer, input.stageId());
        Opportunity moved = opportunities.load(viewer, id);
        moved.requireMove(to);
        Passage passage = enter(viewer, Exit.MOVE, moved, moved.getStageId(), to, input);
        StageChange change = step(
                viewer,
                moved,
                null,
                (opportunity, now) ->
                        opportunity.moveTo(passage, to, viewer.personId(), now).because(input.reason()));
        events.publishEvent(new OpportunityMoved(id, first(change.getFromStageId()), to.getId()));
    }

    /**
     * @throws IllegalMove when it is decided already, or the rules forbid to win it from its stage
     * @throws StageAsks when winning asks for more than is known and said
     * @throws NoRate when the final amount can not be converted on that day
     */
    @CanCloseOpportunities
    @Transactional
    public void win(Viewer viewer, long id, WinOpportunity input) {
        Opportunity won = opportunities.load(viewer, id);
        BigDecimal base =
                outcomes.base(viewer, input.amount(), won.particulars().currency(), input.closedOn());
        Stage stage = StageKind.WON.among(pipelines.stages(viewer, won.getPipelineId()));
        won.getLife().after(LifeStep.WIN);
        Set<StageField> asked = gate.pass(viewer, won, won.getStageId(), stage, input, null);
        Passage passage = open(Exit.WIN, won, null, input, outcomes.won(viewer, input, asked));
        opportunities.learn(viewer, won, passage, input, asked);
        Ending ending = new Ending(input.closedOn(), null, input.note(), null);
        step(
                viewer,
                won,
                null,
                (opportunity, now) ->
                        opportunity.win(passage, stage, input.amount(), base, ending, viewer.personId(), now));
        events.publishEvent(new OpportunityWon(id, won.getOwnerId()));
    }

    /**
     * @throws NotFound when the reason or the competitor can not be chosen
     * @throws CompetitorAsked when the reason demands a competitor and none is named
     */
    @CanCloseOpportunities
    @Transactional
    public void lose(Viewer viewer, long id, LoseOpportunity input) {
        Opportunity lost = opportunities.load(viewer, id);
        lost.getLife().after(LifeStep.LOSE);
        LostReason reason = reasons.choice(viewer, input.reasonId());
        CompetitorAsked.unlessNamed(reason, input.competitorId());
        tied.requireCompetitor(viewer, input.competitorId(), lost.particulars().competitorId());
        Stage stage = StageKind.LOST.among(pipelines.stages(viewer, lost.getPipelineId()));
        Ending ending = new Ending(input.closedOn(), input.reasonId(), input.note(), input.lessons());
        Passage passage = open(Exit.LOSE, lost, null, input, UnaryOperator.identity());
        step(
                viewer,
                lost,
                reason.getName(),
                (opportunity, now) ->
                        opportunity.lose(passage, stage, ending, input.competitorId(), viewer.personId(), now));
        events.publishEvent(new OpportunityLost(id, lost.getOwnerId(), input.reasonId()));
    }

    /**
     * Gives it up for good.
     *
     * @throws NotFound when the reason can not be chosen
     */
    @CanTerminateOpportunities
    @Transactional
    public void terminate(Viewer viewer, long id, TerminateOpportunity input) {
        Opportunity ended = opportunities.load(viewer, id);
        ended.getLife().after(LifeStep.TERMINATE);
        String reason = reasons.choice(viewer, input.reasonId()).getName();
        Stage stage = StageKind.LOST.among(pipelines.stages(viewer, ended.getPipelineId()));
        LocalDate today = LocalDate.ofInstant(clock.instant(), viewer.zone());
        Ending ending = new Ending(today, input.reasonId(), input.note(), input.lessons());
        Passage passage = open(Exit.TERMINATE, ended, null, input, UnaryOperator.identity());
        step(
                viewer,
                ended,
                reason,
                (opportunity, now) -> opportunity.terminate(passage, stage, ending, viewer.personId(), now));
    }

    /**
     * Into the given open stage: the one it was in, or one that may follow that.
     *
     * @throws IllegalMove when it is not won or lost, or the rules forbid the move
     * @throws StageAsks when the stage asks for more than is known and said, or the way back for a reason
     * @throws NoRate when the amount that is said can not be converted
     */
    @CanCloseOpportunities
    @Transactional
    public void reopen(Viewer viewer, long id, MoveOpportunity input) {
        Stage to = pipelines.stage(viewer, input.stageId());
        Opportunity reopened = opportunities.load(viewer, id);
        reopened.getLife().after(LifeStep.REOPEN);
        long left = changes.findLeft(id, reopened.getStageId()).orElse(to.getId());
        Passage passage = enter(viewer, Exit.REOPEN, reopened, left, to, input);
        step(
                viewer,
                reopened,
                input.reason(),
                (opportunity, now) ->
                        opportunity.reopen(passage, to, viewer.personId(), now).because(input.reason()));
        events.publishEvent(new OpportunityReopened(id, reopened.getOwnerId()));
    }

    /** The stage in which a decided one was before; none when it is not known. */
    @CanViewOpportunities
    @Transactional(readOnly = true)
    public Optional<Long> left(Viewer viewer, long id) {
        return changes.findLeft(id, opportunities.page(viewer, id).stageId());
    }

    /** Has it approved where it is, because it is not any more what was approved for its stage. */
    @CanEditOpportunities
    @Transactional
    public void stay(Viewer viewer, long id) {
        Opportunity stays = opportunities.load(viewer, id);
        open(Exit.STAY, stays, stays.getStageId(), Map.of(), UnaryOperator.identity());
    }

    private Passage open(
            Exit exit,
            Opportunity opportunity,
            @Nullable Long target,
            Object input,
            UnaryOperator<OpportunityFacts> change) {
        return exits.open(
                new Attempt(exit, opportunity.getId(), opportunity.getApprovalCaseId(), target, input, change));
    }

    /** What comes before a step into an open stage: its rules, what it asks for, and the approvals. */
    private Passage enter(
            Viewer viewer, Exit exit, Opportunity opportunity, long from, Stage to, MoveOpportunity input) {
        if (!to.isOpen()) {
            throw new IllegalMove("sales.opportunity.error.stage");
        }
        Set<StageField> asked = gate.pass(viewer, opportunity, from, to, input, input.reason());
        Passage passage = open(exit, opportunity, to.getId(), input, outcomes.moved(viewer, to, input, asked));
        opportunities.learn(viewer, opportunity, passage, input, asked);
        return passage;
    }

    private StageChange step(
            Viewer viewer,
            Opportunity opportunity,
            @Nullable String reason,
            BiFunction<Opportunity, Instant, StageChange> step) {
        return changes.save(life.note(viewer, opportunity, reason, now -> step.apply(opportunity, now)));
    }

    private static long first(@Nullable Long stage) {
        return stage == null ? 0 : stage;
    }
}
