package org.triviumcrm.sales.opportunity;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.triviumcrm.identity.BulkAction;
import org.triviumcrm.identity.BulkBatch;
import org.triviumcrm.identity.BulkRefusal;
import org.triviumcrm.identity.Viewer;

/** What can be done with many opportunities of a list at once, besides giving them away; in the order of the menu. */
@Configuration(proxyBeanMethods = false)
class OpportunityActions {

    /** Proposed in the form. */
    private static final int USUAL_DAYS = 30;

    private static final Function<Viewer, Object> NOTHING = viewer -> new BulkAction.Nothing();

    private final OpportunityBulkService bulk;
    private final OpportunityForms forms;
    private final StepChoices choices;
    private final Clock clock;

    OpportunityActions(OpportunityBulkService bulk, OpportunityForms forms, StepChoices choices, Clock clock) {
        this.bulk = bulk;
        this.forms = forms;
        this.choices = choices;
        this.clock = clock;
    }

    /** A form before anything was said in it. */
    record Blank(
            @Nullable Long stageId,
            @Nullable Long reasonId,
            @Nullable Long competitorId,
            String reason,
            LocalDate until,
            LocalDate closedOn,
            String note,
            @Nullable String lessons) {}

    @Bean
    @Order(1)
    BulkAction<MoveOpportunity> moveMany() {
        return asking(
                "move",
                "sales.opportunity.edit",
                "sales.bulk.move",
                "arrow-right",
                false,
                MoveOpportunity.class,
                viewer -> Map.of("stages", forms.openStages(viewer)),
                (viewer, input) -> choices.checkStage(viewer, input.stageId()),
                (batch, input) -> bulk.move(batch.viewer(), batch.ids(), input));
    }

    @Bean
    @Order(2)
    BulkAction<SuspendOpportunity> suspendMany() {
        return asking(
                "suspend",
                "sales.opportunity.suspend",
                "sales.bulk.suspend",
                "player-pause",
                false,
                SuspendOpportunity.class,
                viewer -> Map.of(),
                (viewer, input) -> {
                    if (!input.until().isAfter(today(viewer))) {
                        throw new UntilPast();
                    }
                },
                (batch, input) -> bulk.suspend(batch.viewer(), batch.ids(), input));
    }

    @Bean
    @Order(3)
    BulkAction<BulkAction.Nothing> reactivateMany() {
        return plain(
                "reactivate",
                "sales.opportunity.suspend",
                "sales.bulk.reactivate",
                "player-play",
                batch -> bulk.reactivate(batch.viewer(), batch.ids()));
    }

    @Bean
    @Order(4)
    BulkAction<LoseOpportunity> loseMany() {
        return asking(
                "lose",
                "sales.opportunity.close",
                "sales.bulk.lose",
                "thumb-down",
                false,
                LoseOpportunity.class,
                choices::offers,
                (viewer, input) -> choices.check(viewer, input.reasonId(), input.competitorId()),
                (batch, input) -> bulk.lose(batch.viewer(), batch.ids(), input));
    }

    @Bean
    @Order(5)
    BulkAction<TerminateOpportunity> terminateMany() {
        return asking(
                "terminate",
                "sales.opportunity.terminate",
                "sales.bulk.terminate",
                "circle-x",
                true,
                TerminateOpportunity.class,
                choices::offers,
                (viewer, input) -> choices.check(viewer, input.reasonId(), null),
                (batch, input) -> bulk.terminate(batch.viewer(), batch.ids(), input));
    }

    @Bean
    @Order(6)
    BulkAction<CloseOpportunity> closeMany() {
        return asking(
                "close",
                "sales.opportunity.close",
                "sales.bulk.close",
                "circle-check",
                false,
                CloseOpportunity.class,
                viewer -> Map.of(),
                (viewer, input) -> {},
                (batch, input) -> bulk.close(batch.viewer(), batch.ids(), input));
    }

    @Bean
    @Order(7)
    BulkAction<BulkAction.Nothing> archiveMany() {
        return plain(
                "archive",
                "sales.opportunity.archive",
                "sales.bulk.archive",
                "archive",
                batch -> bulk.archive(batch.viewer(), batch.ids()));
    }

    private <I> BulkAction<I> asking(
            String key,
            String permission,
            String label,
            String icon,
            boolean irreversible,
            Class<I> input,
            Function<Viewer, Map<String, Object>> offers,
            BiConsumer<Viewer, I> check,
            BiFunction<BulkBatch, I, Map<Long, BulkRefusal>> work) {
        return new OpportunityAction<>(
                key, permission, label, icon, irreversible, input, this::blank, offers, check, work);
    }

    private static BulkAction<BulkAction.Nothing> plain(
            String key,
            String permission,
            String label,
            String icon,
            Function<BulkBatch, Map<Long, BulkRefusal>> work) {
        return new OpportunityAction<>(
                key,
                permission,
                label,
                icon,
                false,
                BulkAction.Nothing.class,
                NOTHING,
                viewer -> Map.of(),
                (viewer, input) -> {},
                (batch, input) -> work.apply(batch));
    }

    private Blank blank(Viewer viewer) {
        LocalDate today = today(viewer);
        return new Blank(null, null, null, "", today.plusDays(USUAL_DAYS), today, "", null);
    }

    private LocalDate today(Viewer viewer) {
        return LocalDate.ofInstant(clock.instant(), viewer.zone());
    }
}
