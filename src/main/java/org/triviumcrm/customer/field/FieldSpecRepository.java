package org.triviumcrm.customer.field;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.triviumcrm.customer.FieldChoice;
import org.triviumcrm.customer.FieldKind;
import org.triviumcrm.customer.FieldSpec;

/** Reads all custom fields with their choices. */
@Repository
class FieldSpecRepository {

    private final JdbcClient database;

    FieldSpecRepository(JdbcClient database) {
        this.database = database;
    }

    List<FieldSpec> all() {
        Map<Long, List<FieldChoice>> choices = new HashMap<>();
        database.sql("select field_id, key, name, chinese, active from custom_choice order by position, id")
                .query(row -> {
                    choices.computeIfAbsent(row.getLong("field_id"), id -> new ArrayList<>())
                            .add(new FieldChoice(
                                    row.getString("key"),
                                    row.getString("name"),
                                    row.getString("chinese"),
                                    row.getBoolean("active")));
                });
        return database.sql("select * from custom_field order by noun, position, id")
                .query((row, number) -> field(row, choices))
                .list();
    }

    private static FieldSpec field(ResultSet row, Map<Long, List<FieldChoice>> choices) throws SQLException {
        long id = row.getLong("id");
        return new FieldSpec(
                id,
                row.getString("noun"),
                row.getString("key"),
                FieldKind.valueOf(row.getString("kind")),
                row.getString("target"),
                row.getString("name"),
                row.getString("chinese"),
                row.getString("help"),
                row.getString("chinese_help"),
                row.getBoolean("required"),
                row.getString("initial"),
                row.getBoolean("sensitive"),
                row.getBoolean("growing"),
                row.getBoolean("active"),
                row.getBoolean("ready"),
                List.copyOf(choices.getOrDefault(id, List.of())));
    }
}
