package org.triviumcrm.exchange.dataimport;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.triviumcrm.exchange.file.FileFormat;
import tools.jackson.databind.json.JsonMapper;

/** The imports themselves. Every change of state names the state it starts from, so two nodes never both win. */
@Repository
class ImportRepository {

    private final JdbcClient database;
    private final JsonMapper json;

    ImportRepository(JdbcClient database, JsonMapper json) {
        this.database = database;
        this.json = json;
    }

    long create(String target, long personId, String fileName, FileFormat format, ImportPlan plan, Instant now) {
        return database.sql("""
                        insert into data_import (id, target, state, person_id, file_name, format, plan, created_at)
                        values (nextval('data_import_seq'), :target, 'MAPPING', :person, :file, :format, :plan, :now)
                        returning id
                        """)
                .param("target", target)
                .param("person", personId)
                .param("file", fileName)
                .param("format", json.writeValueAsString(format))
                .param("plan", json.writeValueAsString(plan))
                .param("now", time(now))
                .query(Long.class)
                .single();
    }

    Optional<DataImport> find(long id) {
        return database.sql("select * from data_import where id = :id")
                .param("id", id)
                .query((row, number) -> read(row))
                .optional();
    }

    /** The newest imports, of one person or of all. */
    List<DataImport> newest(@Nullable Long personId, int limit) {
        return database.sql("""
                        select * from data_import
                        where (:person::bigint is null or person_id = :person)
                        order by id desc limit :limit
                        """)
                .param("person", personId, java.sql.Types.BIGINT)
                .param("limit", limit)
                .query((row, number) -> read(row))
                .list();
    }

    void setSize(long id, long bytes) {
        database.sql("update data_import set size_bytes = :bytes where id = :id")
                .param("bytes", bytes)
                .param("id", id)
                .update();
    }

    void setFormat(long id, FileFormat format, ImportPlan plan) {
        database.sql("update data_import set format = :format, plan = :plan, staged = false where id = :id")
                .param("format", json.writeValueAsString(format))
                .param("plan", json.writeValueAsString(plan))
                .param("id", id)
                .update();
    }

    void setPlan(long id, ImportPlan plan) {
        database.sql("update data_import set plan = :plan where id = :id")
                .param("plan", json.writeValueAsString(plan))
                .param("id", id)
                .update();
    }

    void setStaged(long id, long total) {
        database.sql("update data_import set staged = true, total = :total where id = :id")
                .param("total", total)
                .param("id", id)
                .update();
    }

    void setSummary(long id, ImportSummary summary) {
        database.sql("update data_import set summary = :summary where id = :id")
                .param("summary", json.writeValueAsString(summary))
                .param("id", id)
                .update();
    }

    void setFailure(long id, String messageKey, Instant now) {
        database.sql("""
                        update data_import set state = 'FAILED', failure = :failure, finished_at = :now where id = :id
                        """)
                .param("failure", messageKey)
                .param("now", time(now))
                .param("id", id)
                .update();
    }

    /** Moves to another state and to the start of its work; false when the import is not in this state any more. */
    boolean move(long id, ImportState from, ImportState to, Instant now) {
        return database.sql("""
                        update data_import
                        set state = :to, phase = 1, cursor = 0, failure = null,
                            started_at = case when :to = 'RUNNING' then :now else started_at end,
                            finished_at = case when :over then :now else null end
                        where id = :id and state = :from
                        """)
                        .param("to", to.name())
                        .param("from", from.name())
                        .param("over", to.isOver())
                        .param("now", time(now))
                        .param("id", id)
                        .update()
                == 1;
    }

    /** Marks rows as done; false when somebody else has done them or the work was stopped. */
    boolean advance(DataImport at, int phase, long cursor) {
        return database.sql("""
                        update data_import set phase = :phase, cursor = :cursor
                        where id = :id and state = :state and phase = :oldPhase and cursor = :oldCursor
                        """)
                        .param("phase", phase)
                        .param("cursor", cursor)
                        .param("id", at.id())
                        .param("state", at.state().name())
                        .param("oldPhase", at.phase())
                        .param("oldCursor", at.cursor())
                        .update()
                == 1;
    }

    void delete(long id) {
        database.sql("delete from data_import where id = :id").param("id", id).update();
    }

    private DataImport read(ResultSet row) throws SQLException {
        String summary = row.getString("summary");
        return new DataImport(
                row.getLong("id"),
                row.getString("target"),
                ImportState.valueOf(row.getString("state")),
                row.getLong("person_id"),
                row.getString("file_name"),
                row.getLong("size_bytes"),
                json.readValue(row.getString("format"), FileFormat.class),
                json.readValue(row.getString("plan"), ImportPlan.class),
                row.getBoolean("staged"),
                row.getLong("total"),
                row.getInt("phase"),
                row.getLong("cursor"),
                summary == null ? null : json.readValue(summary, ImportSummary.class),
                row.getString("failure"),
                row.getObject("created_at", OffsetDateTime.class).toInstant(),
                instant(row, "started_at"),
                instant(row, "finished_at"));
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        OffsetDateTime time = row.getObject(column, OffsetDateTime.class);
        return time == null ? null : time.toInstant();
    }

    static OffsetDateTime time(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
