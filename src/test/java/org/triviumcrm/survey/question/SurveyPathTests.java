package org.triviumcrm.survey.question;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.triviumcrm.survey.question.SurveyPath.Stop;

class SurveyPathTests {

    private static final int STOPS = 8;
    private static final Set<Integer> OFFERED = Set.of(1, 2, 3);

    private static Stop stop(long id, String... when) {
        return new Stop(id, OFFERED, Conditions.of(List.of(when)));
    }

    @Test
    void asksWhatTheAnswersLeadTo() {
        List<Stop> stops = List.of(stop(1), stop(2, "1:1", "1:2"), stop(3, "2:1"), stop(4, "1:3", "2:1"), stop(5));

        assertThat(SurveyPath.asked(stops, Map.of())).containsExactly(1L, 5L);
        assertThat(SurveyPath.asked(stops, Map.of(1L, Set.of(2)))).containsExactly(1L, 2L, 5L);
        assertThat(SurveyPath.asked(stops, Map.of(1L, Set.of(2), 2L, Set.of(1))))
                .containsExactly(1L, 2L, 3L, 5L);
        assertThat(SurveyPath.asked(stops, Map.of(1L, Set.of(2, 3), 2L, Set.of(1))))
                .as("of two questions, each one needs one of its answers")
                .containsExactly(1L, 2L, 3L, 4L, 5L);
        assertThat(SurveyPath.asked(stops, Map.of(2L, Set.of(1))))
                .as("2 is not asked, so its answer leads nowhere")
                .containsExactly(1L, 5L);
    }

    @Test
    void aPageEndsBeforeWhatDependsOnIt() {
        assertThat(SurveyPath.pages(List.of(stop(1), stop(2), stop(3, "1:1"), stop(4), stop(5, "4:2"), stop(6, "1:2"))))
                .containsExactly(List.of(1L, 2L), List.of(3L, 4L), List.of(5L, 6L));
        assertThat(SurveyPath.pages(List.of())).isEmpty();
    }

    @Test
    void findsWhatDependsOnNothingThatComesBefore() {
        assertThat(SurveyPath.broken(List.of(stop(1), stop(2, "1:3"), stop(3, "4:1"), stop(4, "4:1"), stop(5, "1:4"))))
                .containsExactlyInAnyOrder(3L, 4L, 5L);
    }

    /** Whatever depends on whatever: only answers to questions before it decide whether one is asked. */
    @Property
    void neverLooksAhead(@ForAll("surveys") List<Stop> stops, @ForAll("answers") Map<Long, Set<Integer>> given) {
        Set<Long> asked = SurveyPath.asked(stops, given);
        for (int i = 0; i < stops.size(); i++) {
            List<Stop> sofar = stops.subList(0, i + 1);
            Map<Long, Set<Integer>> before = new HashMap<>();
            sofar.subList(0, i).forEach(stop -> before.put(stop.id(), given.getOrDefault(stop.id(), Set.of())));
            long id = stops.get(i).id();
            assertThat(SurveyPath.asked(sofar, before).contains(id)).isEqualTo(asked.contains(id));
        }
    }

    @Property
    void whatIsNotAskedMakesNoDifference(
            @ForAll("surveys") List<Stop> stops,
            @ForAll("answers") Map<Long, Set<Integer>> given,
            @ForAll("answers") Map<Long, Set<Integer>> other) {
        Set<Long> asked = SurveyPath.asked(stops, given);
        Map<Long, Set<Integer>> changed = new HashMap<>(other);
        asked.forEach(id -> changed.put(id, given.getOrDefault(id, Set.of())));

        assertThat(SurveyPath.asked(stops, changed)).isEqualTo(asked);
        assertThat(SurveyPath.kept(asked, given).keySet()).isSubsetOf(asked);
        assertThat(SurveyPath.asked(stops, SurveyPath.kept(asked, given))).isEqualTo(asked);
    }

    @Property
    void pagesHoldEachQuestionOnceInOrderAndNoneBesideWhatItDependsOn(@ForAll("surveys") List<Stop> stops) {
        List<List<Long>> pages = SurveyPath.pages(stops);
        assertThat(pages.stream().flatMap(List::stream).toList())
                .isEqualTo(stops.stream().map(Stop::id).toList());
        for (List<Long> page : pages) {
            assertThat(page).isNotEmpty();
            for (Stop stop : stops) {
                List<Long> beforeIt = page.contains(stop.id()) ? page.subList(0, page.indexOf(stop.id())) : List.of();
                assertThat(Collections.disjoint(beforeIt, stop.when().wanted().keySet()))
                        .isTrue();
            }
        }
    }

    @Property
    void conditionsAreReadAsTheyAreWritten(@ForAll("conditions") Conditions when) {
        assertThat(Conditions.of(when.written())).isEqualTo(when);
    }

    @Provide
    Arbitrary<Conditions> conditions() {
        return Arbitraries.maps(
                        Arbitraries.longs().between(1, STOPS),
                        Arbitraries.integers().between(1, 3).set().ofMinSize(1))
                .ofMaxSize(3)
                .map(wanted -> new Conditions(new TreeMap<>(wanted)));
    }

    @Provide
    Arbitrary<List<Stop>> surveys() {
        return conditions().list().ofMaxSize(STOPS).map(conditions -> {
            List<Stop> stops = new ArrayList<>();
            conditions.forEach(when -> stops.add(new Stop(stops.size() + 1L, OFFERED, when)));
            return stops;
        });
    }

    @Provide
    Arbitrary<Map<Long, Set<Integer>>> answers() {
        return Combinators.combine(
                        Arbitraries.maps(
                                Arbitraries.longs().between(1, STOPS),
                                Arbitraries.integers().between(1, 3).set()),
                        Arbitraries.just(true))
                .as((map, yes) -> map);
    }
}
