package org.triviumcrm.sales.opportunity;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.triviumcrm.identity.Viewer;
import org.triviumcrm.sales.OpportunityLost;
import org.triviumcrm.sales.OpportunityMoved;
import org.triviumcrm.sales.OpportunityReopened;
import org.triviumcrm.sales.OpportunityWon;
import org.triviumcrm.sales.pipeline.PipelineService;
import org.triviumcrm.sales.pipeline.Stage;
import org.triviumcrm.sales.pipeline.StageKind;
import org.triviumcrm.sales.rate.CurrencyRateService;
import org.triviumcrm.shared.web.NotFound;

/** The way of an opportunity through the stages, each step with its row in the stage history. */
@Service
public class OpportunityMoveService {

    private final OpportunityService opportunities;
    private final StageChangeRepository changes;
    private final PipelineService pipelines;
    private final CurrencyRateService rates;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    OpportunityMoveService(
            OpportunityService opportunities,
            StageChangeRepository changes,
            PipelineService pipelines,
            CurrencyRateService rates,
            ApplicationEventPublisher events,
            Clock clock) {
        this.opportunities = opportunities;
        this.changes = changes;
        this.pipelines = pipelines;
        this.rates = rates;
        this.events = events;
        this.clock = clock;
    }

    /** @throws IllegalMove when it is closed, or the stage is not an open one of its pipeline */
    @CanEditOpportunities
    @Transactional
    public void move(Viewer viewer, long id, MoveOpportunity input) {
        Stage to = pipelines.stage(viewer, input.stageId());
        StageChange change = step(viewer, id, (opportunity, now) -> opportunity.moveTo(to, viewer.personId(), now));
        events.publishEvent(new OpportunityMoved(id, first(change.getFromStageId()), to.getId()));
    }

    @CanCloseOpportunities
    @Transactional
    public void win(Viewer viewer, long id, WinOpportunity input) {
        Opportunity won = opportunities.load(viewer, id);
        LocalDate on = input.closedOn();
        BigDecimal base =
                rates.toBase(viewer, input.amount(), won.getCurrency(), on).orElseThrow(NoRate::new);
        Stage stage = only(viewer, won, StageKind.WON);
        step(
                viewer,
                id,
                (opportunity, now) ->
                        opportunity.win(stage, input.amount(), base, on, input.note(), viewer.personId(), now));
        events.publishEvent(new OpportunityWon(id, won.getOwnerId()));
    }

    @CanCloseOpportunities
    @Transactional
    public void lose(Viewer viewer, long id, LoseOpportunity input) {
        Opportunity lost = opportunities.load(viewer, id);
        Stage stage = only(viewer, lost, StageKind.LOST);
        step(
                viewer,
                id,
                (opportunity, now) -> opportunity.lose(
                        stage, input.reasonId(), input.closedOn(), input.note(), viewer.personId(), now));
        events.publishEvent(new OpportunityLost(id, lost.getOwnerId(), input.reasonId()));
    }

    /** Into the given open stage. */
    @CanCloseOpportunities
    @Transactional
    public void reopen(Viewer viewer, long id, MoveOpportunity input) {
        Stage to = pipelines.stage(viewer, input.stageId());
        step(viewer, id, (opportunity, now) -> opportunity.reopen(to, viewer.personId(), now));
        events.publishEvent(
                new OpportunityReopened(id, opportunities.load(viewer, id).getOwnerId()));
    }

    private StageChange step(Viewer viewer, long id, BiFunction<Opportunity, Instant, StageChange> step) {
        return changes.save(step.apply(opportunities.load(viewer, id), clock.instant()));
    }

    private Stage only(Viewer viewer, Opportunity opportunity, StageKind kind) {
        return pipelines.stages(viewer, opportunity.getPipelineId()).stream()
                .filter(stage -> stage.getKind() == kind)
                .findFirst()
                .orElseThrow(NotFound::new);
    }

    private static long first(@Nullable Long stage) {
        return stage == null ? 0 : stage;
    }
}
