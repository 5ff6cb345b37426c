package org.triviumcrm.approval.flow;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.triviumcrm.approval.definition.FlowDefinition;
import tools.jackson.databind.json.JsonMapper;

/** Flows in the database. */
@Repository
class FlowRepository {

    private static final String COLUMNS = "f.id, f.name, f.subject_type, f.trigger_key, f.target, f.position";

    private final JdbcClient jdbc;
    private final JsonMapper json;
    private final Clock clock;

    FlowRepository(JdbcClient jdbc, JsonMapper json, Clock clock) {
        this.jdbc = jdbc;
        this.json = json;
        this.clock = clock;
    }

    /** All with what the list shows of them, in their order; there are a few dozen at most. */
    List<FlowLine> lines() {
        return jdbc.sql("select " + COLUMNS + """
                , shown.state, shown.definition,
                  (select number from approval_flow_version where flow_id = f.id and state = 'ACTIVE') as active_number,
                  (select number from approval_flow_version where flow_id = f.id and state = 'DRAFT') as draft_number,
                  (select count(*) from approval_flow_version v
                   join approval_case c on c.flow_version_id = v.id and c.state in ('RUNNING', 'RETURNED')
                   where v.flow_id = f.id) as running
                from approval_flow f
                cross join lateral (
                    select state, definition from approval_flow_version where flow_id = f.id
                    order by case state when 'ACTIVE' then 1 when 'DRAFT' then 2 else 3 end, number desc limit 1) shown
                order by f.position, f.id""")
                .query((row, number) -> new FlowLine(
                        read(row),
                        json.readValue(row.getString("definition"), FlowDefinition.class),
                        VersionState.valueOf(row.getString("state")),
                        row.getObject("active_number", Integer.class),
                        row.getObject("draft_number", Integer.class),
                        row.getLong("running")))
                .list();
    }

    Optional<Flow> find(long id) {
        return jdbc.sql("select " + COLUMNS + " from approval_flow f where f.id = :id")
                .param("id", id)
                .query((row, number) -> read(row))
                .optional();
    }

    /** Everybody who changes a flow or its versions waits here for each other. */
    Optional<Flow> lock(long id) {
        return jdbc.sql("select " + COLUMNS + " from approval_flow f where f.id = :id for update")
                .param("id", id)
                .query((row, number) -> read(row))
                .optional();
    }

    boolean isNameTaken(String name, long exceptId) {
        return jdbc.sql("select exists (select 1 from approval_flow where lower(name) = lower(:name) and id <> :id)")
                .param("name", name)
                .param("id", exceptId)
                .query(Boolean.class)
                .single();
    }

    /** Behind all others. */
    long insert(String name, String type, String trigger, @Nullable Long target) {
        return jdbc.sql("""
                insert into approval_flow (id, name, subject_type, trigger_key, target, position, created_at, updated_at)
                values (nextval('approval_flow_seq'), :name, :type, :trigger, :target,
                    (select coalesce(max(position), 0) + 1 from approval_flow), :now, :now) returning id""")
                .param("name", name)
                .param("type", type)
                .param("trigger", trigger)
                .param("target", target, Types.BIGINT)
                .param("now", now())
                .query(Long.class)
                .single();
    }

    /** @return how many were changed */
    int change(long id, String name, String type, String trigger, @Nullable Long target) {
        return jdbc.sql("""
                update approval_flow set name = :name, subject_type = :type, trigger_key = :trigger, target = :target,
                    updated_at = :now, version = version + 1 where id = :id""")
                .param("id", id)
                .param("name", name)
                .param("type", type)
                .param("trigger", trigger)
                .param("target", target, Types.BIGINT)
                .param("now", now())
                .update();
    }

    void place(long id, int position) {
        jdbc.sql("""
                update approval_flow set position = :position, updated_at = :now, version = version + 1 where id = :id""")
                .param("id", id)
                .param("position", position)
                .param("now", now())
                .update();
    }

    /** All, in their order, locked, so that two who move flows wait for each other. */
    List<Flow> lockAll() {
        return jdbc.sql("select " + COLUMNS + " from approval_flow f order by f.position, f.id for update")
                .query((row, number) -> read(row))
                .list();
    }

    void delete(long id) {
        jdbc.sql("delete from approval_flow where id = :id").param("id", id).update();
    }

    private OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }

    private static Flow read(ResultSet row) throws SQLException {
        return new Flow(
                row.getLong("id"),
                row.getString("name"),
                row.getString("subject_type"),
                row.getString("trigger_key"),
                row.getObject("target", Long.class),
                row.getInt("position"));
    }
}
