package org.triviumcrm.approval.dossier;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.triviumcrm.approval.definition.FlowDefinition;
import tools.jackson.databind.json.JsonMapper;

/** The flows that are active, and those that cases have begun on. */
@Repository
class RunningFlowRepository {

    private static final String READ = """
            select v.id, v.flow_id, f.name, f.target, v.process_definition_id, v.definition, v.activated_at, v.retired_at,
                (select max(s.activated_at) from approval_flow_version s
                 where s.flow_id = v.flow_id and s.activated_at <= v.activated_at
                   and not exists (select 1 from approval_flow_version p
                                   where p.flow_id = s.flow_id and p.id <> s.id and p.retired_at = s.activated_at)) as since,
                f.subject_type, f.trigger_key
            from approval_flow_version v join approval_flow f on f.id = v.flow_id\s""";

    /** Differs whenever anything about the active flows does, and takes microseconds: there are a few dozen at most. */
    private static final String STAMP = """
            select coalesce(md5(string_agg(concat_ws('|', v.id, v.version, v.updated_at, f.version, f.updated_at, f.position,
                f.subject_type, f.trigger_key, f.target, f.name), ';' order by v.id)), '')
            from approval_flow_version v join approval_flow f on f.id = v.flow_id where v.state = 'ACTIVE'""";

    private final JdbcClient jdbc;
    private final JsonMapper json;
    private volatile Known known = new Known("", Map.of());

    RunningFlowRepository(JdbcClient jdbc, JsonMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    /** The active flows, read and understood once: by subject and trigger. */
    private record Known(String stamp, Map<String, List<RunningFlow>> flows) {}

    /** In the order in which they are asked whether they apply. One statement, as long as none was changed on any node. */
    List<RunningFlow> active(String type, String trigger) {
        return now().flows().getOrDefault(type + " " + trigger, List.of());
    }

    /** Whether there is any about such records. */
    boolean anyActive(String type) {
        return now().flows().keySet().stream().anyMatch(key -> key.startsWith(type + " "));
    }

    /** What their conditions look at. */
    Set<String> fields(String type) {
        return now().flows().entrySet().stream()
                .filter(entry -> entry.getKey().startsWith(type + " "))
                .flatMap(entry -> entry.getValue().stream())
                .flatMap(flow -> flow.definition().fields().stream())
                .collect(Collectors.toUnmodifiableSet());
    }

    private Known now() {
        String stamp = jdbc.sql(STAMP).query(String.class).single();
        Known last = known;
        if (!last.stamp().equals(stamp)) {
            last = new Known(stamp, read());
            known = last;
        }
        return last;
    }

    private Map<String, List<RunningFlow>> read() {
        Map<String, List<RunningFlow>> flows = new HashMap<>();
        jdbc.sql(READ + "where v.state = 'ACTIVE' order by f.position, f.id").query(row -> {
            String key = row.getString("subject_type") + " " + row.getString("trigger_key");
            flows.computeIfAbsent(key, none -> new ArrayList<>()).add(read(row, 0));
        });
        return flows;
    }

    RunningFlow version(long id) {
        return jdbc.sql(READ + "where v.id = :id")
                .param("id", id)
                .query(this::read)
                .single();
    }

    /** A version about such records that is active or has been. */
    Optional<RunningFlow> find(long id, String type) {
        return jdbc.sql(READ + "where v.id = :id and f.subject_type = :type and v.activated_at is not null")
                .param("id", id)
                .param("type", type)
                .query(this::read)
                .optional();
    }

    /** All versions of a flow that are active or have been. */
    List<RunningFlow> everActive(long flowId) {
        return jdbc.sql(READ + "where v.flow_id = :flow and v.activated_at is not null order by v.number")
                .param("flow", flowId)
                .query(this::read)
                .list();
    }

    private RunningFlow read(ResultSet row, int number) throws SQLException {
        return new RunningFlow(
                row.getLong("flow_id"),
                row.getLong("id"),
                row.getString("name"),
                row.getObject("target", Long.class),
                row.getString("process_definition_id"),
                json.readValue(row.getString("definition"), FlowDefinition.class),
                instant(row, "activated_at"),
                row.getTimestamp("retired_at") == null ? null : instant(row, "retired_at"),
                instant(row, "since"));
    }

    private static Instant instant(ResultSet row, String column) throws SQLException {
        return row.getTimestamp(column).toInstant();
    }
}
