package org.triviumcrm.insight.people;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

/** The lower median of how many days wins took, of each and of all, as it is read off a sorted list. */
class CyclesPropertyTests {

    @Property
    void areThoseOfTheSortedDays(
            @ForAll @Size(max = 60) List<@IntRange(max = 400) Integer> days,
            @ForAll @IntRange(min = 1, max = 5) int people) {
        Cycles cycles = new Cycles();
        List<List<Integer>> each = new ArrayList<>();
        for (int person = 0; person < people; person++) {
            each.add(new ArrayList<>());
        }
        for (int at = 0; at < days.size(); at++) {
            each.get(at % people).add(days.get(at));
            cycles.add(at % people, days.get(at), 1);
        }
        Map<Long, Integer> medians = cycles.medians(base -> List.of(base, 100L + base / 2));
        assertThat(cycles.median()).isEqualTo(median(days));
        assertThat(medians.get(null)).isEqualTo(median(days));
        for (int person = 0; person < people; person++) {
            assertThat(medians.get((long) person)).isEqualTo(median(each.get(person)));
        }
        for (int team = 0; team <= (people - 1) / 2; team++) {
            List<Integer> both = new ArrayList<>(each.get(team * 2));
            both.addAll(team * 2 + 1 < people ? each.get(team * 2 + 1) : List.of());
            assertThat(medians.get(100L + team)).isEqualTo(median(both));
        }
    }

    private static Integer median(List<Integer> days) {
        List<Integer> sorted = new ArrayList<>(days);
        Collections.sort(sorted);
        return sorted.isEmpty() ? null : sorted.get((sorted.size() - 1) / 2);
    }
}
