package org.triviumcrm.insight.people;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** How many wins took how many days, by person or by team. */
final class Cycles {

    private final Map<Long, TreeMap<Integer, Integer>> wins = new HashMap<>();

    void add(long base, int days, int count) {
        wins.computeIfAbsent(base, none -> new TreeMap<>()).merge(days, count, Integer::sum);
    }

    /** Within how many days half of all were won; null where none was. */
    @Nullable
    Integer median() {
        return medians(base -> List.of()).get(null);
    }

    /**
     * Within how many days half of the wins were won, the lower median: of all under null, and of each of whom something counts.
     *
     * @param counting for whom what is somebody's or some team's counts
     */
    Map<@Nullable Long, Integer> medians(Function<Long, Collection<Long>> counting) {
        Map<@Nullable Long, TreeMap<Integer, Integer>> all = new HashMap<>();
        wins.forEach((base, days) -> {
            put(all, null, days);
            counting.apply(base).forEach(key -> put(all, key, days));
        });
        Map<@Nullable Long, Integer> medians = new HashMap<>();
        all.forEach((key, days) -> medians.put(key, median(days)));
        return medians;
    }

    private static void put(
            Map<@Nullable Long, TreeMap<Integer, Integer>> all, @Nullable Long key, TreeMap<Integer, Integer> days) {
        TreeMap<Integer, Integer> its = all.computeIfAbsent(key, none -> new TreeMap<>());
        days.forEach((day, count) -> its.merge(day, count, Integer::sum));
    }

    private static int median(TreeMap<Integer, Integer> days) {
        long all = days.values().stream().mapToLong(Integer::longValue).sum();
        long reached = 0;
        for (Map.Entry<Integer, Integer> day : days.entrySet()) {
            reached += day.getValue();
            if (reached * 2 >= all) {
                return day.getKey();
            }
        }
        throw new IllegalStateException("no days");
    }
}
