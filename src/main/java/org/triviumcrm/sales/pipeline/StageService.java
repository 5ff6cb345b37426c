package org.triviumcrm.sales.pipeline;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.triviumcrm.identity.Viewer;
import org.triviumcrm.sales.exit.Exit;
import org.triviumcrm.sales.exit.OpportunityExits;
import org.triviumcrm.shared.history.EditConflict;
import org.triviumcrm.shared.web.NotFound;

/** The stages that an administrator gives a pipeline. */
@Service
class StageService {

    private final PipelineService pipelines;
    private final StageRepository stages;
    private final StageMergeRepository merges;
    private final OpportunityExits exits;
    private final Clock clock;

    StageService(
            PipelineService pipelines,
            StageRepository stages,
            StageMergeRepository merges,
            OpportunityExits exits,
            Clock clock) {
        this.pipelines = pipelines;
        this.stages = stages;
        this.merges = merges;
        this.exits = exits;
        this.clock = clock;
    }

    /** Behind the last open stage. */
    @CanManagePipelines
    @Transactional
    void add(Viewer viewer, long pipelineId, SaveStage input) {
        pipelines.find(viewer, pipelineId);
        List<Stage> all = new ArrayList<>(stages.findByPipelineIdOrderByPositionAsc(pipelineId));
        int behind = (int) all.stream().filter(Stage::isOpen).count();
        Stage added = stages.save(new Stage(pipelineId, StageKind.OPEN, behind + 1, input, clock));
        all.add(behind, added);
        Stage.number(all);
    }

    @CanManagePipelines
    @Transactional
    void update(Viewer viewer, long stageId, SaveStage input) {
        Stage stage = pipelines.stage(viewer, stageId);
        EditConflict.refuseStale(Stage.class, stageId, input.version(), stage.getVersion());
        stage.change(input, clock);
    }

    /** Open stages change places with their neighbours; won and lost stay at the end. */
    @CanManagePipelines
    @Transactional
    void move(Viewer viewer, long stageId, int step) {
        Stage stage = pipelines.stage(viewer, stageId);
        List<Stage> all = new ArrayList<>(stages.findByPipelineIdOrderByPositionAsc(stage.getPipelineId()));
        int from = all.indexOf(stage);
        int to = from + Integer.signum(step);
        if (to >= 0 && to < all.size() && stage.isOpen() && all.get(to).isOpen()) {
            all.remove(from);
            all.add(to, stage);
            Stage.number(all);
        }
    }

    /**
     * Removes an open stage; what is in it, and its history, goes to another open stage of the pipeline.
     *
     * @throws NotFound when the other stage is not an open one of the same pipeline
     * @throws StageUnderApproval while an opportunity in it, or on its way into it, waits for an approval
     */
    @CanManagePipelines
    @Transactional
    void remove(Viewer viewer, long stageId, long toStageId) {
        Stage stage = pipelines.stage(viewer, stageId);
        Stage target = pipelines.stage(viewer, toStageId);
        if (!stage.isOpen()
                || !target.isOpen()
                || stage.getId() == target.getId()
                || target.getPipelineId() != stage.getPipelineId()) {
            throw new NotFound();
        }
        if (stages.isWaitedFor(stageId)) {
            throw new StageUnderApproval();
        }
        exits.openBySql(Exit.STAGE_REMOVAL);
        stages.flush();
        merges.merge(stageId, toStageId, viewer.personId());
        stages.deleteById(stageId);
        stages.flush();
        Stage.number(stages.findByPipelineIdOrderByPositionAsc(target.getPipelineId()));
    }
}
