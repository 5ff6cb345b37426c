package org.triviumcrm.customer;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.triviumcrm.identity.Scope;
import org.triviumcrm.identity.Viewer;

/** The pages of records that activities are about. Somebody's task may be about a record that they no longer see. */
@Component
public class SubjectPlaces {

    private final JdbcClient database;
    private final List<ActivitySubject> subjects;

    SubjectPlaces(JdbcClient database, List<ActivitySubject> subjects) {
        this.database = database;
        this.subjects = subjects;
    }

    /**
     * The addresses of those that the viewer sees, by what was asked for.
     *
     * @param abouts records as {@code opportunity:42}
     */
    public Map<String, String> of(Viewer viewer, Collection<String> abouts) {
        Map<String, Object> parameters = new HashMap<>();
        String sql = subjects.stream()
                .filter(subject -> abouts.stream().anyMatch(about -> about.startsWith(subject.type() + ":")))
                .map(subject -> visible(viewer, subject.type(), abouts, parameters))
                .collect(Collectors.joining(" union all "));
        Map<String, String> places = new HashMap<>();
        if (!sql.isEmpty()) {
            database.sql(sql).params(parameters).query(row -> {
                places.put(row.getString(1) + ":" + row.getLong(2), path(row.getString(1), row.getLong(2)));
            });
        }
        return places;
    }

    private String visible(Viewer viewer, String type, Collection<String> abouts, Map<String, Object> parameters) {
        Scope scope = viewer.scope(type);
        scope.parameters().forEach((name, value) -> parameters.put(type + "_" + name, value));
        parameters.put(
                type + "_ids",
                abouts.stream()
                        .filter(about -> about.startsWith(type + ":"))
                        .map(about -> Long.valueOf(about.substring(type.length() + 1)))
                        .toArray(Long[]::new));
        return "select '" + type + "', s.id from " + type + " s where s.id = any(:" + type + "_ids) and "
                + scope.sql("s").replace(":", ":" + type + "_");
    }

    private String path(String type, long id) {
        return subjects.stream()
                .filter(subject -> subject.type().equals(type))
                .findFirst()
                .orElseThrow()
                .path(id);
    }
}
