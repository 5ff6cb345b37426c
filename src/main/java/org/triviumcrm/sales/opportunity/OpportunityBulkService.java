package org.triviumcrm.sales.opportunity;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.triviumcrm.identity.BulkRefusal;
import org.triviumcrm.identity.Viewer;
import org.triviumcrm.sales.OpportunityLost;
import org.triviumcrm.sales.OpportunityMoved;
import org.triviumcrm.sales.exit.Attempt;
import org.triviumcrm.sales.exit.Exit;
import org.triviumcrm.sales.exit.OpportunityFacts;
import org.triviumcrm.sales.exit.Passage;
import org.triviumcrm.sales.lostreason.LostReason;
import org.triviumcrm.sales.lostreason.LostReasonService;
import org.triviumcrm.sales.pipeline.PipelineService;
import org.triviumcrm.sales.pipeline.Stage;
import org.triviumcrm.sales.pipeline.StageKind;
import org.triviumcrm.sales.pipeline.StageRules;

/**
 * The steps of {@link OpportunityMoveService}, {@link OpportunityLifeService} and {@link OpportunityArchiveService} for many
 * opportunities at once, in the caller's transaction. What an opportunity does not allow stays as it was, and why is answered;
 * the number of statements does not depend on how many there are.
 */
@Service
public class OpportunityBulkService {

    private final OpportunityBatch batch;
    private final StageChangeRepository changes;
    private final StageGate gate;
    private final OpportunityOutcomes outcomes;
    private final PipelineService pipelines;
    private final LostReasonService reasons;
    private final LifeHistory life;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    OpportunityBulkService(
            OpportunityBatch batch,
            StageChangeRepository changes,
            StageGate gate,
            OpportunityOutcomes outcomes,
            PipelineService pipelines,
            LostReasonService reasons,
            LifeHistory life,
            ApplicationEventPublisher events,
            Clock clock) {
        this.batch = batch;
        this.changes = changes;
        this.gate = gate;
        this.outcomes = outcomes;
        this.pipelines = pipelines;
        this.reasons = reasons;
        this.life = life;
        this.events = events;
        this.clock = clock;
    }

    /** To one open stage; those of other pipelines, and those of which the stage asks for more than is known, stay where they are. */
    @CanEditOpportunities
    @Transactional
    public Map<Long, BulkRefusal> move(Viewer viewer, List<Long> ids, MoveOpportunity input) {
        Stage to = pipelines.stage(viewer, input.stageId());
        StageRules rules = gate.rules(viewer, to.getPipelineId());
        String reason = input.reason();
        MoveOpportunity said = input.bare();
        return batch.each(
                viewer,
                ids,
                Exit.MOVE,
                opportunity -> {
                    opportunity.getLife().after(LifeStep.MOVE);
                    if (!to.isOpen()) {
                        throw new IllegalMove("sales.opportunity.error.stage");
                    }
                    gate.pass(rules, opportunity, opportunity.getStageId(), to, said, reason);
                    opportunity.requireMove(to);
                    return attempt(
                            Exit.MOVE, opportunity, to.getId(), said, outcomes.moved(viewer, to, said, Set.of()));
                },
                (opportunity, passage) -> {
                    long from = opportunity.getStageId();
                    step(
                            viewer,
                            opportunity,
                            null,
                            (one, now) -> one.moveTo(passage, to, viewer.personId(), now)
                                    .because(reason));
                    events.publishEvent(new OpportunityMoved(opportunity.getId(), from, to.getId()));
                });
    }

    @CanSuspendOpportunities
    @Transactional
    public Map<Long, BulkRefusal> suspend(Viewer viewer, List<Long> ids, SuspendOpportunity input) {
        return turn(
                viewer,
                ids,
                LifeStep.SUSPEND,
                input,
                input.reason(),
                passage -> (one, now) -> one.suspend(passage, input.until(), input.reason(), now));
    }

    @CanSuspendOpportunities
    @Transactional
    public Map<Long, BulkRefusal> reactivate(Viewer viewer, List<Long> ids) {
        return turn(
                viewer,
                ids,
                LifeStep.REACTIVATE,
                Map.of(),
                null,
                passage -> (one, now) -> one.take(passage, LifeStep.REACTIVATE, now));
    }

    @CanTerminateOpportunities
    @Transactional
    public Map<Long, BulkRefusal> terminate(Viewer viewer, List<Long> ids, TerminateOpportunity input) {
        String reason = reasons.choice(viewer, input.reasonId()).getName();
        LocalDate today = LocalDate.ofInstant(clock.instant(), viewer.zone());
        Ending ending = new Ending(today, input.reasonId(), input.note(), input.lessons());
        Map<Long, Stage> lost = new HashMap<>();
        return batch.each(
                viewer,
                ids,
                Exit.TERMINATE,
                opportunity -> attempt(LifeStep.TERMINATE, opportunity, input),
                (opportunity, passage) -> step(
                        viewer,
                        opportunity,
                        reason,
                        (one, now) -> one.terminate(passage, lost(viewer, one, lost), ending, viewer.personId(), now)));
    }

    /** Where no competitor is named, each is lost to the one that it names itself. */
    @CanCloseOpportunities
    @Transactional
    public Map<Long, BulkRefusal> lose(Viewer viewer, List<Long> ids, LoseOpportunity input) {
        LostReason reason = reasons.choice(viewer, input.reasonId());
        Ending ending = new Ending(input.closedOn(), input.reasonId(), input.note(), input.lessons());
        Map<Long, Stage> lost = new HashMap<>();
        return batch.each(
                viewer,
                ids,
                Exit.LOSE,
                opportunity -> {
                    CompetitorAsked.unlessNamed(
                            reason, opportunity.particulars().competitorOr(input.competitorId()));
                    return attempt(LifeStep.LOSE, opportunity, input);
                },
                (opportunity, passage) -> {
                    Long to = opportunity.particulars().competitorOr(input.competitorId());
                    step(
                            viewer,
                            opportunity,
                            reason.getName(),
                            (one, now) ->
                                    one.lose(passage, lost(viewer, one, lost), ending, to, viewer.personId(), now));
                    events.publishEvent(
                            new OpportunityLost(opportunity.getId(), opportunity.getOwnerId(), input.reasonId()));
                });
    }

    @CanCloseOpportunities
    @Transactional
    public Map<Long, BulkRefusal> close(Viewer viewer, List<Long> ids, CloseOpportunity input) {
        return turn(
                viewer,
                ids,
                LifeStep.CLOSE,
                input,
                input.reason(),
                passage -> (one, now) -> one.close(passage, input.note(), input.lessons(), now));
    }

    @CanArchiveOpportunities
    @Transactional
    public Map<Long, BulkRefusal> archive(Viewer viewer, List<Long> ids) {
        return turn(
                viewer,
                ids,
                LifeStep.ARCHIVE,
                Map.of(),
                null,
                passage -> (one, now) -> one.take(passage, LifeStep.ARCHIVE, now));
    }

    /** A turn of its life that leaves the stage as it is. */
    private Map<Long, BulkRefusal> turn(
            Viewer viewer,
            List<Long> ids,
            LifeStep turn,
            Object input,
            @Nullable String reason,
            Function<Passage, BiConsumer<Opportunity, Instant>> step) {
        return batch.each(
                viewer,
                ids,
                Exit.valueOf(turn.name()),
                opportunity -> attempt(turn, opportunity, input),
                (opportunity, passage) -> life.note(viewer, opportunity, reason, now -> {
                    step.apply(passage).accept(opportunity, now);
                    return null;
                }));
    }

    /** @throws IllegalMove when its life does not allow the step */
    private static Attempt attempt(LifeStep step, Opportunity opportunity, Object input) {
        opportunity.getLife().after(step);
        return attempt(Exit.valueOf(step.name()), opportunity, null, input, UnaryOperator.identity());
    }

    private static Attempt attempt(
            Exit exit,
            Opportunity opportunity,
            @Nullable Long target,
            Object input,
            UnaryOperator<OpportunityFacts> change) {
        return new Attempt(exit, opportunity.getId(), opportunity.getApprovalCaseId(), target, input, change);
    }

    private void step(
            Viewer viewer,
            Opportunity opportunity,
            @Nullable String reason,
            BiFunction<Opportunity, Instant, StageChange> step) {
        changes.save(life.note(viewer, opportunity, reason, now -> step.apply(opportunity, now)));
    }

    /** The lost stage of its pipeline, read once a pipeline. */
    private Stage lost(Viewer viewer, Opportunity opportunity, Map<Long, Stage> known) {
        return known.computeIfAbsent(
                opportunity.getPipelineId(), id -> StageKind.LOST.among(pipelines.stages(viewer, id)));
    }
}
