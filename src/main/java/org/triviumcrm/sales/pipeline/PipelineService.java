package org.triviumcrm.sales.pipeline;

import java.time.Clock;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.triviumcrm.identity.SignedIn;
import org.triviumcrm.identity.TeamRef;
import org.triviumcrm.identity.Teams;
import org.triviumcrm.identity.Viewer;
import org.triviumcrm.shared.history.EditConflict;
import org.triviumcrm.shared.web.NotFound;

/** Pipelines and their stages: which there are, and the administrator's changes to them. */
@Service
public class PipelineService {

    private final PipelineRepository pipelines;
    private final StageRepository stages;
    private final PipelineChoiceRepository choices;
    private final Teams teams;
    private final Clock clock;

    PipelineService(
            PipelineRepository pipelines,
            StageRepository stages,
            PipelineChoiceRepository choices,
            Teams teams,
            Clock clock) {
        this.pipelines = pipelines;
        this.stages = stages;
        this.choices = choices;
        this.teams = teams;
        this.clock = clock;
    }

    /** The active pipelines that the viewer works in: everybody's, and those of teams the viewer reaches. */
    @SignedIn
    @Transactional(readOnly = true)
    public List<PipelineChoice> of(Viewer viewer) {
        List<PipelineChoice> active = choices.active(viewer.scope("opportunity"));
        if (viewer.can("sales.pipeline.manage") || active.stream().allMatch(pipeline -> pipeline.teamId() == null)) {
            return active;
        }
        Set<Long> reached = new HashSet<>(viewer.teamsBelow());
        reached.addAll(ownTeamAndAbove(viewer));
        return active.stream()
                .filter(pipeline -> pipeline.teamId() == null || reached.contains(pipeline.teamId()))
                .toList();
    }

    private Set<Long> ownTeamAndAbove(Viewer viewer) {
        Map<Long, TeamRef> tree = tree();
        Set<Long> above = new HashSet<>();
        for (TeamRef team = tree.get(viewer.teamId()); team != null; team = tree.get(team.parentId())) {
            above.add(team.id());
        }
        return above;
    }

    private Map<Long, TeamRef> tree() {
        return teams.tree().stream().collect(Collectors.toMap(TeamRef::id, Function.identity()));
    }

    /** Those of several pipelines by pipeline, each in order. */
    @SignedIn
    @Transactional(readOnly = true)
    public Map<Long, List<Stage>> stages(Viewer viewer, List<Long> pipelineIds) {
        return stages.findByPipelineIdInOrderByPositionAsc(pipelineIds).stream()
                .collect(Collectors.groupingBy(Stage::getPipelineId));
    }

    @SignedIn
    @Transactional(readOnly = true)
    public List<Stage> stages(Viewer viewer, long pipelineId) {
        return stages.findByPipelineIdOrderByPositionAsc(pipelineId);
    }

    /** A stage, wherever it is. */
    @SignedIn
    @Transactional(readOnly = true)
    public Stage stage(Viewer viewer, long stageId) {
        return stages.findById(stageId).orElseThrow(NotFound::new);
    }

    @CanManagePipelines
    @Transactional(readOnly = true)
    List<PipelineRow> all(Viewer viewer) {
        List<Pipeline> all = pipelines.findByOrderByPositionAscIdAsc();
        Map<Long, List<Stage>> inOrder =
                stages(viewer, all.stream().map(Pipeline::getId).toList());
        Map<Long, TeamRef> tree = tree();
        return all.stream()
                .map(pipeline -> {
                    TeamRef team = tree.get(pipeline.getTeamId());
                    return new PipelineRow(
                            pipeline,
                            team == null ? null : team.path(),
                            inOrder.getOrDefault(pipeline.getId(), List.of()));
                })
                .toList();
    }

    @CanManagePipelines
    @Transactional(readOnly = true)
    Pipeline find(Viewer viewer, long id) {
        return pipelines.findById(id).orElseThrow(NotFound::new);
    }

    @CanManagePipelines
    @Transactional(readOnly = true)
    boolean isNameTaken(Viewer viewer, String name, long exceptId) {
        return pipelines
                .findByNameIgnoreCase(name.strip())
                .filter(other -> other.getId() != exceptId)
                .isPresent();
    }

    /** A new pipeline with one open stage, won and lost. */
    @CanManagePipelines
    @Transactional
    Pipeline create(Viewer viewer, SavePipeline input, List<SaveStage> open, String won, String lost) {
        Pipeline pipeline =
                pipelines.save(new Pipeline(input.name(), input.teamId(), (int) pipelines.count() + 1, clock));
        int position = 1;
        for (SaveStage stage : open) {
            stages.save(new Stage(pipeline.getId(), StageKind.OPEN, position++, stage, clock));
        }
        stages.save(new Stage(pipeline.getId(), StageKind.WON, position++, SaveStage.planned(won, 100, 0, 100), clock));
        stages.save(new Stage(pipeline.getId(), StageKind.LOST, position, SaveStage.planned(lost, 0, 0, 0), clock));
        return pipeline;
    }

    @CanManagePipelines
    @Transactional
    void update(Viewer viewer, long id, SavePipeline input) {
        Pipeline pipeline = find(viewer, id);
        EditConflict.refuseStale(Pipeline.class, id, input.version(), pipeline.getVersion());
        pipeline.change(input, clock);
    }

    /** Behind the last open stage. */
    @CanManagePipelines
    @Transactional
    void addStage(Viewer viewer, long pipelineId, SaveStage input) {
        find(viewer, pipelineId);
        List<Stage> all = new ArrayList<>(stages.findByPipelineIdOrderByPositionAsc(pipelineId));
        int behind = (int) all.stream().filter(Stage::isOpen).count();
        Stage added = stages.save(new Stage(pipelineId, StageKind.OPEN, behind + 1, input, clock));
        all.add(behind, added);
        number(all);
    }

    @CanManagePipelines
    @Transactional
    void updateStage(Viewer viewer, long stageId, SaveStage input) {
        Stage stage = stage(viewer, stageId);
        EditConflict.refuseStale(Stage.class, stageId, input.version(), stage.getVersion());
        stage.change(input, clock);
    }

    /** Open stages change places with their neighbours; won and lost stay at the end. */
    @CanManagePipelines
    @Transactional
    void moveStage(Viewer viewer, long stageId, int step) {
        Stage stage = stage(viewer, stageId);
        List<Stage> all = new ArrayList<>(stages.findByPipelineIdOrderByPositionAsc(stage.getPipelineId()));
        int from = all.indexOf(stage);
        int to = from + Integer.signum(step);
        if (to >= 0 && to < all.size() && stage.isOpen() && all.get(to).isOpen()) {
            all.remove(from);
            all.add(to, stage);
            number(all);
        }
    }

    /**
     * Removes an open stage; what is in it, and its history, goes to another open stage of the pipeline.
     *
     * @throws NotFound when the other stage is not an open one of the same pipeline
     */
    @CanManagePipelines
    @Transactional
    void removeStage(Viewer viewer, long stageId, long toStageId) {
        Stage stage = stage(viewer, stageId);
        Stage target = stage(viewer, toStageId);
        if (!stage.isOpen()
                || !target.isOpen()
                || stage.getId() == target.getId()
                || target.getPipelineId() != stage.getPipelineId()) {
            throw new NotFound();
        }
        stages.moveHistory(stageId, toStageId);
        stages.moveOpportunities(stageId, toStageId);
        stages.deleteById(stageId);
        stages.flush();
        number(stages.findByPipelineIdOrderByPositionAsc(target.getPipelineId()));
    }

    private static void number(List<Stage> inOrder) {
        for (int i = 0; i < inOrder.size(); i++) {
            inOrder.get(i).moveTo(i + 1);
        }
    }
}
