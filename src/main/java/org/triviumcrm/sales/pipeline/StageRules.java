package org.triviumcrm.sales.pipeline;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.BiPredicate;
import java.util.function.Predicate;

/**
 * The rules of one pipeline: which moves are allowed, how opportunities go back, what each stage asks for. Everything that
 * brings an opportunity into a stage asks here: pages, board, imports, bulk actions. Pure.
 *
 * @param stages in their order
 */
public record StageRules(MoveRule moves, Rollback rollback, List<RuledStage> stages) {

    /** From one stage to another of the same pipeline; to lost from everywhere. */
    public MoveVerdict verdict(long from, long to) {
        RuledStage target = stage(to);
        if (from == to || target.isLost()) {
            return MoveVerdict.ALLOWED;
        }
        if (moves == MoveRule.MATRIX && !stage(from).next().contains(to)) {
            return MoveVerdict.NOT_CHOSEN;
        }
        int steps = place(to) - place(from);
        if (steps > 0) {
            return moves == MoveRule.FORWARD && steps > 1 ? MoveVerdict.NEXT_ONLY : MoveVerdict.ALLOWED;
        }
        return switch (rollback) {
            case ANY -> MoveVerdict.ALLOWED;
            case WITH_REASON -> MoveVerdict.REASON;
            case ONE_STEP -> steps == -1 ? MoveVerdict.ALLOWED : MoveVerdict.ONE_BACK;
            case NONE -> MoveVerdict.NO_WAY_BACK;
        };
    }

    /** Whether a new opportunity may be in this stage. */
    public MoveVerdict beginning(long stageId) {
        boolean allowed = switch (moves) {
            case ANY -> true;
            case FORWARD -> place(stageId) == 0;
            case MATRIX -> stage(stageId).entry();
        };
        return allowed ? MoveVerdict.ALLOWED : MoveVerdict.NO_BEGINNING;
    }

    /** What a stage is called. */
    public String name(long stageId) {
        return stage(stageId).name();
    }

    /** What has to be known in a stage. */
    public Set<StageField> asked(long stageId) {
        return stage(stageId).asked();
    }

    /** What a stage asks for and is not known. */
    public Set<StageField> missing(long stageId, Predicate<StageField> known) {
        Set<StageField> missing = EnumSet.noneOf(StageField.class);
        asked(stageId).stream().filter(field -> !known.test(field)).forEach(missing::add);
        return missing;
    }

    /** What a stage asks for and a change takes away; what was not known before may stay so. */
    public Set<StageField> emptied(long stageId, Predicate<StageField> before, Predicate<StageField> after) {
        Set<StageField> emptied = missing(stageId, after);
        emptied.removeIf(field -> !before.test(field));
        return emptied;
    }

    /** Stages that nobody comes to, or that lead nowhere but to lost. */
    List<StageProblem> problems() {
        List<RuledStage> open =
                stages.stream().filter(stage -> stage.kind() == StageKind.OPEN).toList();
        List<Long> beginnings = open.stream()
                .map(RuledStage::id)
                .filter(id -> !beginning(id).isRefused())
                .toList();
        if (beginnings.isEmpty()) {
            return List.of(new StageProblem(StageProblem.Kind.NO_BEGINNING, ""));
        }
        List<Long> won = stages.stream()
                .filter(stage -> stage.kind() == StageKind.WON)
                .map(RuledStage::id)
                .toList();
        Set<Long> reached = spread(beginnings, this::leads);
        Set<Long> winning = spread(won, (at, next) -> leads(next, at));
        List<StageProblem> problems = new ArrayList<>();
        for (RuledStage stage : open) {
            if (!reached.contains(stage.id())) {
                problems.add(new StageProblem(StageProblem.Kind.UNREACHABLE, stage.name()));
            } else if (!won.isEmpty() && !winning.contains(stage.id())) {
                problems.add(new StageProblem(StageProblem.Kind.STUCK, stage.name()));
            }
        }
        return problems;
    }

    /** Won is where a way ends. */
    private boolean leads(long from, long to) {
        return stage(from).kind() == StageKind.OPEN && !verdict(from, to).isRefused();
    }

    private Set<Long> spread(Collection<Long> from, BiPredicate<Long, Long> leads) {
        Set<Long> reached = new HashSet<>(from);
        Deque<Long> waiting = new ArrayDeque<>(from);
        while (!waiting.isEmpty()) {
            long at = waiting.remove();
            for (RuledStage next : stages) {
                if (!next.isLost() && !reached.contains(next.id()) && leads.test(at, next.id())) {
                    reached.add(next.id());
                    waiting.add(next.id());
                }
            }
        }
        return reached;
    }

    /** Whether a stage is one of this pipeline. */
    public boolean has(long stageId) {
        return stages.stream().anyMatch(stage -> stage.id() == stageId);
    }

    /** Among those on the way to won, from 0. */
    private int place(long id) {
        int place = 0;
        for (RuledStage stage : stages) {
            if (stage.id() == id) {
                return place;
            }
            place += stage.isLost() ? 0 : 1;
        }
        throw new IllegalArgumentException("no stage " + id + " in this pipeline");
    }

    private RuledStage stage(long id) {
        return stages.stream()
                .filter(stage -> stage.id() == id)
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no stage " + id + " in this pipeline"));
    }
}
