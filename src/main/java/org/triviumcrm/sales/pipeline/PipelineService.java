package org.triviumcrm.sales.pipeline;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Objects;
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

    /** The active pipelines that the viewer works in: everybody's, and those of teams the viewer works in or looks after. */
    @SignedIn
    @Transactional(readOnly = true)
    public List<PipelineChoice> of(Viewer viewer) {
        List<PipelineUse> active = choices.active(viewer.scope("opportunity"));
        boolean simple = active.stream()
                .allMatch(use -> use.isEverybodys() && use.defaultTeamIds().isEmpty());
        Map<Long, TeamRef> tree = simple ? Map.of() : tree();
        List<PipelineUse> mine =
                active.stream().filter(use -> use.isFor(viewer, tree)).toList();
        long preferred = PipelineUse.preferred(viewer, mine, tree);
        return mine.stream()
                .map(use -> new PipelineChoice(use.id(), use.name(), use.id() == preferred, use.open()))
                .toList();
    }

    /**
     * The stage of a new opportunity.
     *
     * @throws NotFound when the viewer does not work in its pipeline, or nobody does any more
     */
    @SignedIn
    @Transactional(readOnly = true)
    public Stage stageOfNew(Viewer viewer, long stageId) {
        Stage stage = stage(viewer, stageId);
        if (!worksIn(viewer, stage.getPipelineId())) {
            throw new NotFound();
        }
        return stage;
    }

    /** Whether the viewer's new opportunities may be in this pipeline. */
    @SignedIn
    @Transactional(readOnly = true)
    public boolean worksIn(Viewer viewer, long pipelineId) {
        return choices.active(pipelineId).stream()
                .anyMatch(use -> use.isFor(viewer, use.isEverybodys() ? Map.of() : tree()));
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
                .map(pipeline -> new PipelineRow(
                        pipeline,
                        paths(pipeline.getTeamIds(), tree),
                        paths(pipeline.getDefaultTeamIds(), tree),
                        inOrder.getOrDefault(pipeline.getId(), List.of())))
                .toList();
    }

    private static List<String> paths(Set<Long> teams, Map<Long, TeamRef> tree) {
        return teams.stream()
                .map(tree::get)
                .filter(Objects::nonNull)
                .map(TeamRef::path)
                .sorted()
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
        takeDefaults(0, input);
        Pipeline pipeline = pipelines.save(new Pipeline(input, (int) pipelines.count() + 1, clock));
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
        takeDefaults(id, input);
        pipeline.change(input, clock);
    }

    /** A team has one usual pipeline: what this one becomes, no other one stays. */
    private void takeDefaults(long id, SavePipeline input) {
        if (input.defaultTeamIds().isEmpty()) {
            return;
        }
        pipelines.findAll().stream()
                .filter(other -> other.getId() != id)
                .forEach(other -> other.yield(input.defaultTeamIds()));
        pipelines.flush();
    }
}
