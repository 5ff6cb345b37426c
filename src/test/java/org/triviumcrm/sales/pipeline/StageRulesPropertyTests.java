package org.triviumcrm.sales.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

/** No sequence of moves breaks the rules of a pipeline. The rules are said again here, in other words. */
class StageRulesPropertyTests {

    private static final int WON = 90;
    private static final int LOST = 91;

    /**
     * An opportunity begins, moves, is won and lost and opened again at random; whatever the rules let pass is a step that
     * the words of the rules allow.
     */
    @Property(tries = 2000)
    void noSequenceOfMovesBreaksThem(@ForAll long seed) {
        Random random = new Random(seed);
        StageRules rules = random(random);
        int size = rules.stages().size() - 2;
        List<Integer> ids = new ArrayList<>();
        for (int at = 1; at <= size; at++) {
            ids.add(at);
        }
        ids.add(WON);
        ids.add(LOST);
        int now = 0;
        int left = 0;
        for (int step = 0; step < 60; step++) {
            int to = ids.get(random.nextInt(ids.size()));
            if (now == 0) {
                if (to <= size && !rules.beginning(to).isRefused()) {
                    assertThat(mayBegin(rules, to)).isTrue();
                    now = to;
                }
            } else if (now >= WON) {
                if (to <= size && !rules.verdict(left, to).isRefused()) {
                    assertThat(to == left || mayFollow(rules, left, to, size)).isTrue();
                    now = to;
                }
            } else if (!rules.verdict(now, to).isRefused() && to != now) {
                assertThat(to == LOST || mayFollow(rules, now, to, size))
                        .as("%s: from %s to %s", rules, now, to)
                        .isTrue();
                left = now;
                now = to;
            }
        }
    }

    /** Nothing that the words allow is refused, and a reason is asked for exactly on the way back where that is the rule. */
    @Property(tries = 1000)
    void nothingThatIsAllowedIsRefused(@ForAll long seed) {
        StageRules rules = random(new Random(seed));
        int size = rules.stages().size() - 2;
        for (int from = 1; from <= size; from++) {
            for (int to : reachable(size)) {
                if (from != to) {
                    MoveVerdict verdict = rules.verdict(from, to);
                    assertThat(verdict.isRefused()).isEqualTo(!mayFollow(rules, from, to, size));
                    boolean back = to < from;
                    assertThat(verdict == MoveVerdict.REASON)
                            .isEqualTo(!verdict.isRefused() && back && rules.rollback() == Rollback.WITH_REASON);
                }
            }
            assertThat(rules.verdict(from, LOST)).isEqualTo(MoveVerdict.ALLOWED);
        }
    }

    /** What is reported as unreachable is never reached by trying, and the other way round. */
    @Property(tries = 500)
    void problemsAreFoundWhereTheyAre(@ForAll long seed) {
        StageRules rules = random(new Random(seed));
        int size = rules.stages().size() - 2;
        Set<Integer> reached = new HashSet<>();
        for (int at = 1; at <= size; at++) {
            if (mayBegin(rules, at)) {
                walk(rules, at, size, reached);
            }
        }
        List<String> unreachable = rules.problems().stream()
                .filter(problem -> problem.kind() == StageProblem.Kind.UNREACHABLE)
                .map(StageProblem::stage)
                .toList();
        List<String> stuck = rules.problems().stream()
                .filter(problem -> problem.kind() == StageProblem.Kind.STUCK)
                .map(StageProblem::stage)
                .toList();
        if (reached.isEmpty()) {
            assertThat(rules.problems()).extracting(StageProblem::kind).containsExactly(StageProblem.Kind.NO_BEGINNING);
            return;
        }
        for (int at = 1; at <= size; at++) {
            Set<Integer> onward = new HashSet<>();
            walk(rules, at, size, onward);
            assertThat(unreachable.contains("S" + at)).isEqualTo(!reached.contains(at));
            assertThat(stuck.contains("S" + at)).isEqualTo(reached.contains(at) && !onward.contains(WON));
        }
    }

    /** What is missing is what is asked for and not known; an edit may leave empty what was empty. */
    @Property(tries = 500)
    void asksForWhatIsNotKnown(@ForAll long seed) {
        Random random = new Random(seed);
        StageRules rules = random(random);
        Set<StageField> before = fields(random);
        Set<StageField> after = fields(random);
        Set<StageField> asked = rules.asked(1);
        for (StageField field : StageField.values()) {
            assertThat(rules.missing(1, after::contains).contains(field))
                    .isEqualTo(asked.contains(field) && !after.contains(field));
            assertThat(rules.emptied(1, before::contains, after::contains).contains(field))
                    .isEqualTo(asked.contains(field) && before.contains(field) && !after.contains(field));
        }
    }

    @Example
    void oneStepForwardAndBack() {
        StageRules rules = rules(MoveRule.FORWARD, Rollback.ONE_STEP, 3, new Random(1));
        assertThat(rules.verdict(1, 2)).isEqualTo(MoveVerdict.ALLOWED);
        assertThat(rules.verdict(1, 3)).isEqualTo(MoveVerdict.NEXT_ONLY);
        assertThat(rules.verdict(3, WON)).isEqualTo(MoveVerdict.ALLOWED);
        assertThat(rules.verdict(2, WON)).isEqualTo(MoveVerdict.NEXT_ONLY);
        assertThat(rules.verdict(3, 2)).isEqualTo(MoveVerdict.ALLOWED);
        assertThat(rules.verdict(3, 1)).isEqualTo(MoveVerdict.ONE_BACK);
        assertThat(rules.beginning(2)).isEqualTo(MoveVerdict.NO_BEGINNING);
        assertThat(rules.problems()).isEmpty();
    }

    private static void walk(StageRules rules, int at, int size, Set<Integer> reached) {
        if (!reached.add(at) || at == WON) {
            return;
        }
        for (int to : reachable(size)) {
            if (to != at && mayFollow(rules, at, to, size)) {
                walk(rules, to, size, reached);
            }
        }
    }

    private static List<Integer> reachable(int size) {
        List<Integer> all = new ArrayList<>();
        for (int at = 1; at <= size; at++) {
            all.add(at);
        }
        all.add(WON);
        return all;
    }

    private static boolean mayBegin(StageRules rules, int id) {
        return switch (rules.moves()) {
            case ANY -> true;
            case FORWARD -> id == 1;
            case MATRIX -> rules.stages().get(id - 1).entry();
        };
    }

    /** Ids of open stages are their places, from 1. */
    private static boolean mayFollow(StageRules rules, int from, int to, int size) {
        boolean chosen = rules.moves() != MoveRule.MATRIX
                || rules.stages().get(from - 1).next().contains((long) to);
        int place = to == WON ? size + 1 : to;
        if (place > from) {
            return chosen && (rules.moves() != MoveRule.FORWARD || place == from + 1);
        }
        return chosen
                && rules.rollback() != Rollback.NONE
                && (rules.rollback() != Rollback.ONE_STEP || place == from - 1);
    }

    private static StageRules random(Random random) {
        return rules(
                MoveRule.values()[random.nextInt(MoveRule.values().length)],
                Rollback.values()[random.nextInt(Rollback.values().length)],
                1 + random.nextInt(6),
                random);
    }

    private static StageRules rules(MoveRule moves, Rollback rollback, int size, Random random) {
        List<RuledStage> stages = new ArrayList<>();
        for (int at = 1; at <= size; at++) {
            Set<Long> next = new HashSet<>();
            for (int to : reachable(size)) {
                if (to != at && random.nextBoolean()) {
                    next.add((long) to);
                }
            }
            stages.add(new RuledStage(at, "S" + at, StageKind.OPEN, random.nextInt(3) == 0, next, fields(random)));
        }
        stages.add(new RuledStage(WON, "Won", StageKind.WON, true, Set.of(), fields(random)));
        stages.add(new RuledStage(LOST, "Lost", StageKind.LOST, true, Set.of(), Set.of()));
        return new StageRules(moves, rollback, stages);
    }

    private static Set<StageField> fields(Random random) {
        Set<StageField> some = EnumSet.noneOf(StageField.class);
        for (StageField field : StageField.values()) {
            if (random.nextBoolean()) {
                some.add(field);
            }
        }
        return some;
    }
}
