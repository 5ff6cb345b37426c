package org.triviumcrm.approval.rule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.triviumcrm.approval.definition.Mode;

class StepVerdictTests {

    @ParameterizedTest
    @CsvSource({
        "ANY_ONE,     0,  3, '',   OPEN",
        "ANY_ONE,     0,  3, y,    APPROVED",
        "ANY_ONE,     0,  3, n,    REJECTED",
        "ANY_ONE,     0,  3, ny,   REJECTED",
        "ALL,         0,  3, yy,   OPEN",
        "ALL,         0,  3, yyy,  APPROVED",
        "ALL,         0,  3, yn,   REJECTED",
        "IN_SEQUENCE, 0,  2, y,    OPEN",
        "IN_SEQUENCE, 0,  2, n,    REJECTED",
        "IN_SEQUENCE, 0,  2, yy,   APPROVED",
        "PERCENTAGE,  50, 4, y,    OPEN",
        "PERCENTAGE,  50, 4, yny,  APPROVED",
        "PERCENTAGE,  50, 4, nn,   OPEN",
        "PERCENTAGE,  50, 4, nnn,  REJECTED",
        "PERCENTAGE,  51, 3, y,    OPEN",
        "PERCENTAGE,  51, 3, yy,   APPROVED",
        "PERCENTAGE,  1,  3, y,    APPROVED",
        "PERCENTAGE,  100,2, yn,   REJECTED"
    })
    void decides(Mode mode, int percent, int places, String decisions, StepVerdict verdict) {
        List<Boolean> said = decisions.chars().mapToObj(letter -> letter == 'y').toList();
        assertThat(StepVerdict.of(mode, percent, places, said)).isEqualTo(verdict);
    }

    @ParameterizedTest
    @CsvSource({"33, 3, 1", "34, 3, 2", "66, 3, 2", "67, 3, 3", "50, 5, 3", "1, 1000, 10", "100, 7, 7"})
    void aShareIsReallyReached(int percent, int places, int needed) {
        assertThat(StepVerdict.needed(Mode.PERCENTAGE, percent, places)).isEqualTo(needed);
    }

    @Test
    void moreDecisionsThanPeopleAreAMistake() {
        assertThatThrownBy(() -> StepVerdict.of(Mode.ALL, 0, 1, List.of(true, true)))
                .isInstanceOf(IllegalArgumentException.class);
    }

    /** Walking through the decisions one by one, the verdict changes exactly once: from open to what it then stays. */
    @Property
    void everyVerdictIsReachedExactlyOnce(
            @ForAll Mode mode,
            @ForAll @IntRange(min = 1, max = 100) int percent,
            @ForAll @Size(min = 1, max = 12) List<Boolean> decisions) {
        List<StepVerdict> changes = new ArrayList<>();
        StepVerdict before = StepVerdict.OPEN;
        for (int made = 0; made <= decisions.size(); made++) {
            StepVerdict now = StepVerdict.of(mode, percent, decisions.size(), decisions.subList(0, made));
            if (now != before) {
                changes.add(now);
                before = now;
            }
        }
        assertThat(changes).hasSize(1).doesNotContain(StepVerdict.OPEN);
    }

    /** But for the first decision alone, who is faster does not matter. */
    @Property
    void noOrderOfTheSameDecisionsGivesBothResults(
            @ForAll @IntRange(min = 1, max = 100) int percent,
            @ForAll @Size(min = 1, max = 10) List<Boolean> decisions,
            @ForAll Random chance) {
        for (Mode mode : EnumSet.complementOf(EnumSet.of(Mode.ANY_ONE))) {
            Set<StepVerdict> reached = EnumSet.noneOf(StepVerdict.class);
            for (int order = 0; order < 10; order++) {
                List<Boolean> shuffled = new ArrayList<>(decisions);
                Collections.shuffle(shuffled, chance);
                StepVerdict verdict = StepVerdict.OPEN;
                for (int made = 1; verdict == StepVerdict.OPEN; made++) {
                    verdict = StepVerdict.of(mode, percent, shuffled.size(), shuffled.subList(0, made));
                }
                reached.add(verdict);
            }
            assertThat(reached).as(mode.name()).hasSize(1);
        }
    }

    /** Approved means that at least the stated share has approved; rejected that it could not be reached any more. */
    @Property
    void theStatedShareIsWhatCounts(
            @ForAll @IntRange(min = 1, max = 100) int percent,
            @ForAll @Size(min = 1, max = 30) List<Boolean> decisions,
            @ForAll @IntRange(min = 0, max = 30) int open) {
        int places = decisions.size() + open;
        long approved = decisions.stream().filter(yes -> yes).count();
        StepVerdict expected = approved * 100 >= (long) percent * places
                ? StepVerdict.APPROVED
                : (approved + open) * 100 < (long) percent * places ? StepVerdict.REJECTED : StepVerdict.OPEN;
        assertThat(StepVerdict.of(Mode.PERCENTAGE, percent, places, decisions)).isEqualTo(expected);
    }

    /** Somebody who is asked additionally never turns a step that is open into one that is decided. */
    @Property
    void oneMoreApproverDecidesNothing(
            @ForAll Mode mode,
            @ForAll @IntRange(min = 1, max = 100) int percent,
            @ForAll @Size(max = 10) List<Boolean> decisions,
            @ForAll @IntRange(min = 1, max = 5) int open) {
        int places = decisions.size() + open;
        if (StepVerdict.of(mode, percent, places, decisions) == StepVerdict.OPEN) {
            assertThat(StepVerdict.of(mode, percent, places + 1, decisions)).isEqualTo(StepVerdict.OPEN);
        }
    }
}
