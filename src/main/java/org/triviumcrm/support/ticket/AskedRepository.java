package org.triviumcrm.support.ticket;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.triviumcrm.support.type.AnswerKind;

/** All that types of tickets ask or have asked. */
@Repository
class AskedRepository {

    private final JdbcClient database;

    AskedRepository(JdbcClient database) {
        this.database = database;
    }

    /**
     * A question of a type.
     *
     * @param choices a line each, of a choice
     * @param shared whether another type has a question of the same name
     */
    record Asked(
            long id,
            String name,
            AnswerKind kind,
            @Nullable String choices,
            long typeId,
            String type,
            boolean shared) {}

    /** Type by type, those that are retired last. */
    List<Asked> all() {
        return database.sql("""
                        select f.id, f.name, f.kind, f.choices, y.id as type_id, y.name as type,
                               count(*) over (partition by lower(f.name)) > 1 as shared
                        from ticket_type_field f
                        join ticket_type y on y.id = f.type_id
                        order by y.position, y.id, not f.active, f.position, f.id
                        """)
                .query((row, number) -> new Asked(
                        row.getLong("id"),
                        row.getString("name"),
                        AnswerKind.valueOf(row.getString("kind")),
                        row.getString("choices"),
                        row.getLong("type_id"),
                        row.getString("type"),
                        row.getBoolean("shared")))
                .list();
    }
}
