package org.triviumcrm.marketing.capture;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** What is kept apart. */
@Repository
class SuspectRepository {

    private static final TypeReference<LinkedHashMap<String, String>> TEXTS = new TypeReference<>() {};
    private static final String SUSPECTS = """
            select s.id, s.key_id, k.name as key, s.at, s.suspicion, s.sent::text as sent
            from capture_suspect s join capture_key k on k.id = s.key_id where\s""";

    private final JdbcClient database;
    private final JsonMapper json;

    SuspectRepository(JdbcClient database, JsonMapper json) {
        this.database = database;
        this.json = json;
    }

    void add(long keyId, Instant at, Suspicion suspicion, Map<String, String> sent) {
        database.sql("insert into capture_suspect (key_id, at, suspicion, sent) values (:key, :at, :why, :sent::jsonb)")
                .param("key", keyId)
                .param("at", at.atOffset(ZoneOffset.UTC))
                .param("why", suspicion.name())
                .param("sent", json.writeValueAsString(sent))
                .update();
    }

    /** The newest first, below this id. */
    List<Suspect> before(long id, int limit) {
        return database.sql(SUSPECTS + "s.id < :id order by s.id desc limit :limit")
                .param("id", id)
                .param("limit", limit)
                .query((row, number) -> read(row))
                .list();
    }

    /** Nobody else decides about it until the transaction ends. */
    Optional<Suspect> take(long id) {
        return database.sql(SUSPECTS + "s.id = :id for update of s")
                .param("id", id)
                .query((row, number) -> read(row))
                .optional();
    }

    void remove(long id) {
        database.sql("delete from capture_suspect where id = :id")
                .param("id", id)
                .update();
    }

    void forgetBefore(Instant when) {
        database.sql("delete from capture_suspect where at < :when")
                .param("when", when.atOffset(ZoneOffset.UTC))
                .update();
    }

    private Suspect read(ResultSet row) throws SQLException {
        return new Suspect(
                row.getLong("id"),
                row.getLong("key_id"),
                row.getString("key"),
                row.getObject("at", OffsetDateTime.class).toInstant(),
                Suspicion.valueOf(row.getString("suspicion")),
                json.readValue(row.getString("sent"), TEXTS));
    }
}
