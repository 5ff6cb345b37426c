package org.triviumcrm.sales.board;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.triviumcrm.identity.Scope;
import org.triviumcrm.identity.Teams;
import org.triviumcrm.identity.Viewer;
import org.triviumcrm.sales.pipeline.PipelineChoice;
import org.triviumcrm.sales.pipeline.PipelineService;
import org.triviumcrm.sales.pipeline.Stage;
import org.triviumcrm.shared.web.NotFound;

/** The open opportunities of a pipeline, a column a stage. */
@Service
@Transactional(readOnly = true)
public class BoardService {

    static final int CARDS = 20;

    private final BoardRepository board;
    private final PipelineService pipelines;
    private final Teams teams;

    BoardService(BoardRepository board, PipelineService pipelines, Teams teams) {
        this.board = board;
        this.pipelines = pipelines;
        this.teams = teams;
    }

    /** The pipelines to choose from; the filter's one, or the usual one, is set in the filter. */
    @CanViewBoard
    public List<PipelineChoice> pipelines(Viewer viewer, BoardFilter filter) {
        List<PipelineChoice> mine = pipelines.of(viewer);
        boolean known =
                mine.stream().anyMatch(pipeline -> Long.valueOf(pipeline.id()).equals(filter.getPipeline()));
        if (!known) {
            PipelineChoice.usual(mine).ifPresent(usual -> filter.setPipeline(usual.id()));
        }
        return mine;
    }

    @CanViewBoard
    public List<Stage> stages(Viewer viewer, BoardFilter filter) {
        return filter.getPipeline() == null ? List.of() : pipelines.stages(viewer, filter.getPipeline());
    }

    /** All open stages with their first cards. */
    @CanViewBoard
    public List<BoardColumn> columns(Viewer viewer, BoardFilter filter, List<Stage> stages) {
        return columns(viewer, filter, stages, null);
    }

    /** The same opportunities as a list. */
    @CanViewBoard
    public String list(Viewer viewer, BoardFilter filter) {
        return filter.list(below(filter));
    }

    /** The chosen team and all below it; none while none is chosen. */
    private List<Long> below(BoardFilter filter) {
        return filter.getTeam() == null ? List.of() : List.copyOf(teams.andBelow(filter.getTeam()));
    }

    /** One column, from its beginning or from behind a card. */
    @CanViewBoard
    public BoardColumn column(Viewer viewer, BoardFilter filter, long stageId, @Nullable String after) {
        Stage stage = pipelines.stage(viewer, stageId);
        if (!stage.isOpen() || !Long.valueOf(stage.getPipelineId()).equals(filter.getPipeline())) {
            throw new NotFound();
        }
        return columns(viewer, filter, List.of(stage), after).get(0);
    }

    private List<BoardColumn> columns(Viewer viewer, BoardFilter filter, List<Stage> stages, @Nullable String after) {
        List<Stage> open = stages.stream().filter(Stage::isOpen).toList();
        List<Long> ids = open.stream().map(Stage::getId).toList();
        Scope scope = viewer.scope("opportunity");
        List<Long> chosen = below(filter);
        Map<Long, List<BoardCard>> cards = board
                .cards(
                        ids,
                        filter,
                        scope,
                        chosen,
                        CARDS + 1,
                        after == null ? null : BoardRepository.After.parse(after, filter.getOrder()))
                .stream()
                .collect(Collectors.groupingBy(BoardCard::stageId));
        Map<Long, BoardRepository.Total> totals = board.totals(ids, filter, scope, chosen);
        return open.stream()
                .map(stage -> column(
                        stage,
                        cards.getOrDefault(stage.getId(), List.of()),
                        totals.getOrDefault(stage.getId(), BoardRepository.Total.none(stage.getId()))))
                .toList();
    }

    private static BoardColumn column(Stage stage, List<BoardCard> found, BoardRepository.Total total) {
        List<BoardCard> shown = found.stream().limit(CARDS).toList();
        String next = found.size() > CARDS ? BoardRepository.After.of(shown.get(CARDS - 1)) : null;
        return new BoardColumn(stage, shown, total.count(), total.amount(), total.weighted(), next);
    }
}
