package org.triviumcrm.sales.pipeline;

import jakarta.validation.constraints.NotNull;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The rules of a pipeline as typed.
 *
 * @param moves the chosen moves, {@code <from>-<to>} with ids of stages
 * @param entries the stages in which new opportunities may begin
 * @param asked what stages ask for, {@code <stage>-<field>}
 * @param version of the pipeline
 */
record SaveStageRules(
        @NotNull(message = "{sales.rule.error.choose}") MoveRule moveRule,
        @NotNull(message = "{sales.rule.error.choose}") Rollback rollback,
        List<String> moves,
        List<Long> entries,
        List<String> asked,
        @Nullable Integer version) {

    /** A form in which nothing is ticked sends no list. */
    @SuppressWarnings("NullAway")
    SaveStageRules {
        moves = moves == null ? List.of() : List.copyOf(moves);
        entries = entries == null ? List.of() : List.copyOf(entries);
        asked = asked == null ? List.of() : List.copyOf(asked);
    }

    /** As they are. Where moves are not chosen one by one yet, those that are allowed now are the first choice. */
    static SaveStageRules of(StageRules rules, int version) {
        List<RuledStage> from = rules.stages().stream()
                .filter(stage -> stage.kind() == StageKind.OPEN)
                .toList();
        return new SaveStageRules(
                rules.moves(),
                rules.rollback(),
                from.stream()
                        .flatMap(stage -> rules.stages().stream()
                                .filter(to -> !to.isLost() && to.id() != stage.id())
                                .filter(to -> rules.moves() == MoveRule.MATRIX
                                        ? stage.next().contains(to.id())
                                        : !rules.verdict(stage.id(), to.id()).isRefused())
                                .map(to -> stage.id() + "-" + to.id()))
                        .toList(),
                from.stream()
                        .filter(stage -> rules.moves() == MoveRule.MATRIX
                                ? stage.entry()
                                : !rules.beginning(stage.id()).isRefused())
                        .map(RuledStage::id)
                        .toList(),
                rules.stages().stream()
                        .flatMap(stage -> stage.asked().stream().map(field -> stage.id() + "-" + field))
                        .sorted()
                        .toList(),
                version);
    }

    boolean begins(long stage) {
        return entries.contains(stage);
    }

    /** Those of the other stages that may follow this one. */
    Set<Long> next(long stage, List<Stage> others) {
        return others.stream()
                .filter(to -> to.getKind() != StageKind.LOST && to.getId() != stage)
                .map(Stage::getId)
                .filter(to -> moves.contains(stage + "-" + to))
                .collect(Collectors.toSet());
    }

    /** What a stage asks for. */
    Set<StageField> asked(long stage) {
        return Arrays.stream(StageField.values())
                .filter(field -> asked.contains(stage + "-" + field))
                .collect(Collectors.toSet());
    }
}
