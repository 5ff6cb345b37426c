package org.triviumcrm.sales.opportunity;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.triviumcrm.identity.Viewer;
import org.triviumcrm.sales.pipeline.MoveVerdict;
import org.triviumcrm.sales.pipeline.PipelineService;
import org.triviumcrm.sales.pipeline.Stage;
import org.triviumcrm.sales.pipeline.StageField;
import org.triviumcrm.sales.pipeline.StageRuleService;
import org.triviumcrm.sales.pipeline.StageRules;

/** Where an opportunity stands on the path of its stages, and where it may go. */
@Component
class StagePath {

    private final PipelineService pipelines;
    private final StageRuleService rules;

    StagePath(PipelineService pipelines, StageRuleService rules) {
        this.pipelines = pipelines;
        this.rules = rules;
    }

    /** The open stages in their order. */
    List<PathStep> of(Viewer viewer, OpportunityPage page) {
        List<Stage> stages = pipelines.stages(viewer, page.pipelineId());
        StageRules own = rules.of(viewer, page.pipelineId());
        int at = stages.stream()
                .filter(stage -> stage.getId() == page.stageId())
                .mapToInt(Stage::getPosition)
                .findFirst()
                .orElse(0);
        return stages.stream()
                .filter(Stage::isOpen)
                .map(stage -> step(page, own, stage, stage.getPosition() < at))
                .toList();
    }

    private static PathStep step(OpportunityPage page, StageRules own, Stage stage, boolean past) {
        if (stage.getId() == page.stageId()) {
            return new PathStep(stage, past, PathStep.Way.HERE, null);
        }
        MoveVerdict verdict = page.isOpen() ? own.verdict(page.stageId(), stage.getId()) : MoveVerdict.ALLOWED;
        if (verdict.isRefused()) {
            return new PathStep(stage, past, PathStep.Way.REFUSED, verdict.messageKey());
        }
        // reopening is more than a move: its form says what it does
        boolean asks = !page.isOpen()
                || verdict == MoveVerdict.REASON
                || !own.missing(stage.getId(), page::knows).isEmpty();
        return new PathStep(stage, past, asks ? PathStep.Way.ASKS : PathStep.Way.STRAIGHT, null);
    }

    /** What a stage asks of a new one. */
    Set<StageField> asked(Viewer viewer, @Nullable Long stageId) {
        if (stageId == null) {
            return Set.of();
        }
        Stage stage = pipelines.stage(viewer, stageId);
        return rules.of(viewer, stage.getPipelineId()).asked(stageId);
    }

    /** What a stage asks for and is not known yet. */
    Set<StageField> missing(Viewer viewer, OpportunityPage page, long stageId) {
        StageRules own = rules.of(viewer, page.pipelineId());
        return own.has(stageId) ? own.missing(stageId, page::knows) : Set.of();
    }

    /** Whether the way there needs a reason. */
    boolean needsReason(Viewer viewer, OpportunityPage page, long from, long to) {
        StageRules own = rules.of(viewer, page.pipelineId());
        return own.has(from) && own.has(to) && own.verdict(from, to) == MoveVerdict.REASON;
    }
}
