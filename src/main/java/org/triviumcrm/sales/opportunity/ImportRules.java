package org.triviumcrm.sales.opportunity;

import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.triviumcrm.identity.Viewer;
import org.triviumcrm.identity.Viewers;
import org.triviumcrm.sales.opportunity.ImportedStageRepository.Stage;
import org.triviumcrm.sales.pipeline.MoveVerdict;
import org.triviumcrm.sales.pipeline.PipelineService;
import org.triviumcrm.sales.pipeline.StageField;
import org.triviumcrm.sales.pipeline.StageRuleService;
import org.triviumcrm.sales.pipeline.StageRules;
import org.triviumcrm.shared.exchange.ExistingRecord;
import org.triviumcrm.shared.exchange.ImportContext;
import org.triviumcrm.shared.exchange.ImportRow;

/** Holds the rows of a file against the rules of their pipelines, as every page does: a row is refused with the reason. */
@Component
class ImportRules {

    /** What is decided already says nothing about the way there. */
    private static final Set<String> DECIDED = Set.of("WON", "LOST");

    private static final Map<StageField, String> COLUMNS = new EnumMap<>(Map.of(
            StageField.AMOUNT, "amount",
            StageField.CUSTOMER, "customer_id",
            StageField.CONTACT, "contact_id",
            StageField.PRODUCT, "product_id",
            StageField.COMPETITOR, "competitor_id",
            StageField.EXPECTED_CLOSE, "expected_close_date",
            StageField.NEXT_STEP, "next_step",
            StageField.DESCRIPTION, "description"));

    private final StageRuleService rules;
    private final PipelineService pipelines;
    private final ImportedStageRepository stages;
    private final Viewers viewers;

    ImportRules(StageRuleService rules, PipelineService pipelines, ImportedStageRepository stages, Viewers viewers) {
        this.rules = rules;
        this.pipelines = pipelines;
        this.stages = stages;
        this.viewers = viewers;
    }

    /** The rules for a batch, read with a fixed number of statements for each pipeline in it. */
    Batch of(ImportContext context, Collection<Stage> known, Collection<ExistingRecord> existing) {
        Viewer viewer = viewers.find(context.personId()).orElseGet(() -> Viewer.job("import"));
        Set<Long> ids = known.stream().map(Stage::pipelineId).collect(Collectors.toSet());
        List<Long> decided = existing.stream()
                .filter(record -> DECIDED.contains(record.text("state")))
                .map(ExistingRecord::id)
                .toList();
        return new Batch(
                rules.of(viewer, ids),
                ids.stream().filter(id -> pipelines.worksIn(viewer, id)).collect(Collectors.toSet()),
                decided.isEmpty() ? Map.of() : stages.left(decided));
    }

    /**
     * @param rules by pipeline
     * @param open the pipelines in which the importing person works
     * @param left the stage in which a decided opportunity was before, by opportunity
     */
    record Batch(Map<Long, StageRules> rules, Set<Long> open, Map<Long, Long> left) {

        /** Whether a new opportunity may be in the stage of its row, with these columns. */
        boolean begins(ImportRow row, @Nullable Stage stage, Map<String, Object> columns) {
            if (stage == null) {
                return true;
            }
            StageRules own = Objects.requireNonNull(rules.get(stage.pipelineId()));
            if (!open.contains(stage.pipelineId())) {
                row.refuse("exchange.refusal.pipeline", "");
            } else if (stage.isOpen()) {
                refuse(row, own.beginning(stage.id()), own.name(stage.id()));
            }
            return knows(row, own, stage, columns);
        }

        /** Whether an existing one may move to the stage of its row, with these changes. */
        boolean moves(ImportRow row, @Nullable Stage to, ExistingRecord record, Map<String, Object> changes) {
            if (to == null || !changes.containsKey("stage_id")) {
                return true;
            }
            StageRules own = Objects.requireNonNull(rules.get(to.pipelineId()));
            long now = Objects.requireNonNullElse(record.number("stage_id"), 0L);
            long from = left.getOrDefault(record.id(), DECIDED.contains(record.text("state")) ? to.id() : now);
            refuse(row, own.has(from) ? own.verdict(from, to.id()) : own.beginning(to.id()), own.name(to.id()));
            Map<String, Object> columns = new HashMap<>();
            record.columns().forEach((column, value) -> {
                if (value != null) {
                    columns.put(column, value);
                }
            });
            columns.putAll(changes);
            return knows(row, own, to, columns);
        }

        private static void refuse(ImportRow row, MoveVerdict verdict, String stage) {
            if (verdict != MoveVerdict.ALLOWED) {
                row.refuse("exchange.refusal.move." + verdict, "stage", stage);
            }
        }

        private static boolean knows(ImportRow row, StageRules own, Stage stage, Map<String, Object> columns) {
            Set<StageField> missing = own.missing(
                    stage.id(),
                    field -> !String.valueOf(columns.getOrDefault(Objects.requireNonNull(COLUMNS.get(field)), ""))
                            .isBlank());
            missing.stream()
                    .findFirst()
                    .ifPresent(field -> row.refuse("exchange.refusal.asked." + field, "", own.name(stage.id())));
            return row.refusal() == null;
        }
    }
}
