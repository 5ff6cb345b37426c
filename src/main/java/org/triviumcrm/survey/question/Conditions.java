package org.triviumcrm.survey.question;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * When a question is asked: of each of these earlier questions, one of these answers was given. Without any it is always asked.
 * Written {@code 12:1} for the answer 1 of question 12.
 */
public record Conditions(Map<Long, Set<Integer>> wanted) {

    private static final Pattern ONE = Pattern.compile("(\\d{1,18}):(\\d{1,3})");

    public static final Conditions NONE = new Conditions(Map.of());

    /** What can't be read is left out. */
    public static Conditions of(Collection<String> written) {
        Map<Long, Set<Integer>> wanted = new TreeMap<>();
        for (String one : written) {
            Matcher parts = ONE.matcher(one);
            if (parts.matches()) {
                wanted.computeIfAbsent(Long.valueOf(parts.group(1)), id -> new TreeSet<>())
                        .add(Integer.valueOf(parts.group(2)));
            }
        }
        return new Conditions(wanted);
    }

    List<String> written() {
        return wanted.entrySet().stream()
                .flatMap(entry -> entry.getValue().stream().map(value -> entry.getKey() + ":" + value))
                .toList();
    }

    /** The same about other questions. @param ids the new id of each */
    Conditions about(Map<Long, Long> ids) {
        Map<Long, Set<Integer>> other = new TreeMap<>();
        wanted.forEach((id, values) -> other.put(ids.getOrDefault(id, id), values));
        return new Conditions(other);
    }

    public boolean isEmpty() {
        return wanted.isEmpty();
    }
}
