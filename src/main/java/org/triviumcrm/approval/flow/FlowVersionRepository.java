package org.triviumcrm.approval.flow;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.triviumcrm.approval.definition.FlowDefinition;
import tools.jackson.databind.json.JsonMapper;

/** Versions of flows in the database. */
@Repository
class FlowVersionRepository {

    private final JdbcClient jdbc;
    private final JsonMapper json;
    private final Clock clock;

    FlowVersionRepository(JdbcClient jdbc, JsonMapper json, Clock clock) {
        this.jdbc = jdbc;
        this.json = json;
        this.clock = clock;
    }

    /** All of a flow, the newest first. */
    List<FlowVersion> of(long flowId) {
        return jdbc.sql("select * from approval_flow_version where flow_id = :flow order by number desc")
                .param("flow", flowId)
                .query(this::read)
                .list();
    }

    Optional<FlowVersion> in(long flowId, VersionState state) {
        return of(flowId).stream().filter(version -> version.state() == state).findFirst();
    }

    /** By the id of the version, how many cases began on it, and how many of them are not decided: {@code [all, open]}. */
    Map<Long, long[]> cases(long flowId) {
        Map<Long, long[]> cases = new HashMap<>();
        jdbc.sql("""
                select v.id, exists (select 1 from approval_case c where c.flow_version_id = v.id) as used,
                    (select count(*) from approval_case c
                     where c.flow_version_id = v.id and c.state in ('RUNNING', 'RETURNED')) as open
                from approval_flow_version v where v.flow_id = :flow""").param("flow", flowId).query(row -> {
            cases.put(row.getLong("id"), new long[] {row.getBoolean("used") ? 1 : 0, row.getLong("open")});
        });
        return cases;
    }

    /** A new draft, numbered behind all others. */
    void insert(long flowId, FlowDefinition definition, long personId) {
        jdbc.sql("""
                insert into approval_flow_version (id, flow_id, number, state, definition, created_by, updated_by, created_at,
                    updated_at)
                values (nextval('approval_flow_version_seq'), :flow,
                    (select coalesce(max(number), 0) + 1 from approval_flow_version where flow_id = :flow), 'DRAFT',
                    :definition::jsonb, :person, :person, :now, :now)""")
                .param("flow", flowId)
                .param("definition", json.writeValueAsString(definition))
                .param("person", personId)
                .param("now", now())
                .update();
    }

    void save(long id, FlowDefinition definition, long personId) {
        jdbc.sql("""
                update approval_flow_version set definition = :definition::jsonb, updated_by = :person, updated_at = :now,
                    version = version + 1 where id = :id""")
                .param("id", id)
                .param("definition", json.writeValueAsString(definition))
                .param("person", personId)
                .param("now", now())
                .update();
    }

    void activate(long id, String processDefinitionId, long personId, Instant time) {
        jdbc.sql("""
                update approval_flow_version set state = 'ACTIVE', process_definition_id = :process, activated_at = :now,
                    activated_by = :person, updated_at = :now, version = version + 1 where id = :id""")
                .param("id", id)
                .param("process", processDefinitionId)
                .param("person", personId)
                .param("now", time.atOffset(ZoneOffset.UTC))
                .update();
    }

    void retire(long id, long personId, Instant time) {
        jdbc.sql("""
                update approval_flow_version set state = 'RETIRED', retired_at = :now, retired_by = :person, updated_at = :now,
                    version = version + 1 where id = :id""")
                .param("id", id)
                .param("person", personId)
                .param("now", time.atOffset(ZoneOffset.UTC))
                .update();
    }

    void delete(long id) {
        jdbc.sql("delete from approval_flow_version where id = :id")
                .param("id", id)
                .update();
    }

    private OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }

    private FlowVersion read(ResultSet row, int number) throws SQLException {
        return new FlowVersion(
                row.getLong("id"),
                row.getLong("flow_id"),
                row.getInt("number"),
                VersionState.valueOf(row.getString("state")),
                json.readValue(row.getString("definition"), FlowDefinition.class),
                row.getString("process_definition_id"),
                instant(row, "activated_at"),
                row.getObject("activated_by", Long.class),
                instant(row, "retired_at"),
                row.getObject("retired_by", Long.class),
                row.getObject("updated_by", Long.class),
                row.getObject("updated_at", OffsetDateTime.class).toInstant(),
                row.getInt("version"));
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        OffsetDateTime at = row.getObject(column, OffsetDateTime.class);
        return at == null ? null : at.toInstant();
    }
}
