package org.triviumcrm.approval.diagram;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** What people, teams and roles that flows name are called, by id; read once for a page. */
public record Names(Map<Long, String> people, Map<Long, String> teams, Map<Long, String> roles) {

    static String of(Map<Long, String> names, List<Long> ids) {
        return ids.stream().map(id -> names.getOrDefault(id, "?")).collect(Collectors.joining(", "));
    }

    public String person(long id) {
        return people.getOrDefault(id, "?");
    }
}
