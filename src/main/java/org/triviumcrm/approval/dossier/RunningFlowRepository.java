package org.triviumcrm.approval.dossier;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.triviumcrm.approval.definition.FlowDefinition;
import tools.jackson.databind.json.JsonMapper;

/** The flows that are active, and those that cases have begun on. */
@Repository
class RunningFlowRepository {

    private static final String READ = """
            select v.id, f.name, f.target, v.process_definition_id, v.definition
            from approval_flow_version v join approval_flow f on f.id = v.flow_id\s""";

    private final JdbcClient jdbc;
    private final JsonMapper json;

    RunningFlowRepository(JdbcClient jdbc, JsonMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    /** In the order in which they are asked whether they apply; there are a few dozen at most. */
    List<RunningFlow> active(String type, String trigger) {
        return jdbc.sql(READ + """
                where v.state = 'ACTIVE' and f.subject_type = :type and f.trigger_key = :trigger order by f.position, f.id""")
                .param("type", type)
                .param("trigger", trigger)
                .query(this::read)
                .list();
    }

    RunningFlow version(long id) {
        return jdbc.sql(READ + "where v.id = :id")
                .param("id", id)
                .query(this::read)
                .single();
    }

    private RunningFlow read(ResultSet row, int number) throws SQLException {
        return new RunningFlow(
                row.getLong("id"),
                row.getString("name"),
                row.getObject("target", Long.class),
                row.getString("process_definition_id"),
                json.readValue(row.getString("definition"), FlowDefinition.class));
    }
}
