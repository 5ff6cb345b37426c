package org.triviumcrm.survey.question;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Which of a survey's questions somebody is asked, and on which page. */
public final class SurveyPath {

    private SurveyPath() {}

    /**
     * A question on the way.
     *
     * @param offered the answers that others can depend on; empty when they can't
     */
    public record Stop(long id, Set<Integer> offered, Conditions when) {}

    /**
     * Those that are asked, in their order. A question depends on what was answered before it on the way: an answer to one that is
     * not asked counts for nothing, and neither does one to a later question.
     *
     * @param given what was chosen, by question
     */
    public static Set<Long> asked(List<Stop> stops, Map<Long, Set<Integer>> given) {
        Set<Long> asked = new LinkedHashSet<>();
        for (Stop stop : stops) {
            boolean met = stop.when().wanted().entrySet().stream()
                    .allMatch(want -> asked.contains(want.getKey())
                            && !Collections.disjoint(given.getOrDefault(want.getKey(), Set.of()), want.getValue()));
            if (met) {
                asked.add(stop.id());
            }
        }
        return asked;
    }

    /** What stands on a page together: no question beside one that it depends on, so that who reads a page sees all of it at once. */
    public static List<List<Long>> pages(List<Stop> stops) {
        List<List<Long>> pages = new ArrayList<>();
        List<Long> page = new ArrayList<>();
        for (Stop stop : stops) {
            if (!Collections.disjoint(page, stop.when().wanted().keySet())) {
                pages.add(page);
                page = new ArrayList<>();
            }
            page.add(stop.id());
        }
        if (!page.isEmpty()) {
            pages.add(page);
        }
        return pages;
    }

    /** Those that depend on a question that does not come before them, or on an answer that it does not offer. */
    public static Set<Long> broken(List<Stop> stops) {
        Map<Long, Set<Integer>> before = new HashMap<>();
        Set<Long> broken = new HashSet<>();
        for (Stop stop : stops) {
            boolean sound = stop.when().wanted().entrySet().stream()
                    .allMatch(
                            want -> before.getOrDefault(want.getKey(), Set.of()).containsAll(want.getValue()));
            if (!sound) {
                broken.add(stop.id());
            }
            before.put(stop.id(), stop.offered());
        }
        return broken;
    }

    /** What was given to questions that are asked. */
    public static <T> Map<Long, T> kept(Set<Long> asked, Map<Long, T> given) {
        Map<Long, T> kept = new LinkedHashMap<>();
        asked.forEach(id -> {
            T answer = given.get(id);
            if (answer != null) {
                kept.put(id, answer);
            }
        });
        return kept;
    }
}
