package org.triviumcrm.sales.pipeline;

import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.triviumcrm.identity.SignedIn;
import org.triviumcrm.identity.Viewer;
import org.triviumcrm.shared.history.EditConflict;
import org.triviumcrm.shared.web.NotFound;

/** The rules of pipelines, for whoever moves opportunities, and the administrator's changes to them. */
@Service
public class StageRuleService {

    private final StageRuleRepository rules;
    private final PipelineRepository pipelines;
    private final StageRepository stages;
    private final Clock clock;

    StageRuleService(StageRuleRepository rules, PipelineRepository pipelines, StageRepository stages, Clock clock) {
        this.rules = rules;
        this.pipelines = pipelines;
        this.stages = stages;
        this.clock = clock;
    }

    /** @throws NotFound when there is no such pipeline */
    @SignedIn
    @Transactional(readOnly = true)
    public StageRules of(Viewer viewer, long pipelineId) {
        StageRules found = of(viewer, List.of(pipelineId)).get(pipelineId);
        if (found == null) {
            throw new NotFound();
        }
        return found;
    }

    /** By pipeline, in one statement. */
    @SignedIn
    @Transactional(readOnly = true)
    public Map<Long, StageRules> of(Viewer viewer, Collection<Long> pipelineIds) {
        return rules.of(pipelineIds);
    }

    @CanManagePipelines
    @Transactional(readOnly = true)
    Pipeline pipeline(Viewer viewer, long id) {
        return pipelines.findById(id).orElseThrow(NotFound::new);
    }

    /** @throws org.springframework.orm.ObjectOptimisticLockingFailureException when somebody has changed them since */
    @CanManagePipelines
    @Transactional
    void save(Viewer viewer, long pipelineId, SaveStageRules input) {
        Pipeline pipeline = pipeline(viewer, pipelineId);
        EditConflict.refuseStale(Pipeline.class, pipelineId, input.version(), pipeline.getVersion());
        pipeline.rule(input.moveRule(), input.rollback(), clock);
        List<Stage> all = stages.findByPipelineIdOrderByPositionAsc(pipelineId);
        for (Stage stage : all) {
            boolean open = stage.isOpen();
            stage.rule(
                    !open || input.begins(stage.getId()),
                    open ? input.next(stage.getId(), all) : Set.of(),
                    stage.getKind() == StageKind.LOST ? Set.of() : input.asked(stage.getId()));
        }
    }
}
