package org.triviumcrm.sales.opportunity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Size;

/** No sequence of steps leads an opportunity where the rules forbid it to be. The rules are said again here, in other words. */
class OpportunityLifePropertyTests {

    private static final Set<LifeStep> GONE = Set.of(LifeStep.DELETE, LifeStep.PURGE);

    @Property(tries = 2000)
    void noSequenceReachesAForbiddenPlace(@ForAll @Size(max = 40) List<LifeStep> steps) {
        OpportunityLife life = OpportunityLife.BEGINNING;
        List<OpportunityLife> passed = new ArrayList<>(List.of(life));
        for (LifeStep step : steps) {
            if (!life.allows(step)) {
                OpportunityLife stays = life;
                assertThatExceptionOfType(IllegalMove.class).isThrownBy(() -> stays.after(step));
                continue;
            }
            life = life.after(step);
            passed.add(life);
            assertThat(Forbidden.is(life)).as("%s after %s", life, steps).isFalse();
            if (GONE.contains(step)) {
                break;
            }
        }
        assertThat(Forbidden.course(passed)).as("the course of %s", steps).isNull();
    }

    /** What the property looks for is found where it is. */
    @Example
    void forbiddenCoursesAreSeen() {
        OpportunityLife open = OpportunityLife.BEGINNING;
        OpportunityLife over = new OpportunityLife(OpportunityState.TERMINATED, Finish.NONE);
        OpportunityLife won = new OpportunityLife(OpportunityState.WON, Finish.NONE);
        OpportunityLife closed = new OpportunityLife(OpportunityState.WON, Finish.CLOSED);
        OpportunityLife archived = new OpportunityLife(OpportunityState.WON, Finish.ARCHIVED);
        OpportunityLife suspended = new OpportunityLife(OpportunityState.SUSPENDED, Finish.NONE);
        assertThat(Forbidden.course(List.of(open, over, open))).isNotNull();
        assertThat(Forbidden.course(List.of(open, won, archived))).isNotNull();
        assertThat(Forbidden.course(List.of(open, won, closed, open))).isNotNull();
        assertThat(Forbidden.course(List.of(open, suspended, won))).isNotNull();
        OpportunityLife pooled = new OpportunityLife(OpportunityState.POOLED, Finish.NONE);
        assertThat(Forbidden.course(List.of(open, pooled, won))).isNotNull();
        assertThat(Forbidden.course(List.of(open, pooled, suspended))).isNotNull();
        assertThat(Forbidden.course(List.of(open, closed))).isNotNull();
        assertThat(Forbidden.is(new OpportunityLife(OpportunityState.OPEN, Finish.CLOSED)))
                .isTrue();
        assertThat(Forbidden.course(List.of(open, won, closed, archived, closed, archived)))
                .isNull();
    }

    /** Every place that is not forbidden can be reached, and every step can be taken somewhere. */
    @Example
    void allThatIsAllowedCanHappen() {
        Set<OpportunityLife> reached = new HashSet<>(Set.of(OpportunityLife.BEGINNING));
        Set<LifeStep> taken = new HashSet<>();
        for (int size = 0; size < reached.size(); ) {
            size = reached.size();
            for (OpportunityLife life : List.copyOf(reached)) {
                for (LifeStep step : LifeStep.values()) {
                    if (life.allows(step)) {
                        reached.add(life.after(step));
                        taken.add(step);
                    }
                }
            }
        }
        assertThat(reached).hasSize(3 + 3 * 3);
        assertThat(taken).containsExactlyInAnyOrder(LifeStep.values());
    }

    /** Purged is only what was archived, and nothing that was won or closed is deleted. */
    @Example
    void goesAwayForGoodFromTheArchiveOnly() {
        for (OpportunityState state : OpportunityState.values()) {
            for (Finish finish : Finish.values()) {
                OpportunityLife life = new OpportunityLife(state, finish);
                assertThat(life.allows(LifeStep.PURGE)).isEqualTo(finish == Finish.ARCHIVED);
                assertThat(life.allows(LifeStep.DELETE)).isEqualTo(!state.isDecided());
                assertThat(life.allows(LifeStep.EDIT)).isEqualTo(finish == Finish.NONE);
            }
        }
    }
}
