package org.triviumcrm.survey.sheet;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.triviumcrm.shared.attachment.FilePieces;
import org.triviumcrm.shared.attachment.SentFile;

/** Files that are answers. Until the answer is sent they belong to nobody, and go after a day. */
@Repository
public class SheetFileRepository {

    private final JdbcClient database;
    private final FilePieces pieces;

    SheetFileRepository(JdbcClient database) {
        this.database = database;
        this.pieces = new FilePieces(database, "survey_file_piece", "file_id");
    }

    long store(long questionId, SentFile file, Instant now) {
        try {
            long id = database.sql("""
                            insert into survey_file (question_id, name, content_type, size, created_at)
                            values (:question, :name, :type, :size, :now) returning id""")
                    .param("question", questionId)
                    .param("name", file.name())
                    .param("type", file.contentType())
                    .param("size", file.size())
                    .param("now", now.atOffset(ZoneOffset.UTC))
                    .query(Long.class)
                    .single();
            pieces.store(id, file.content());
            return id;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What those that are not sent yet are called. */
    Map<Long, String> names(Collection<Long> ids) {
        Map<Long, String> names = new HashMap<>();
        if (!ids.isEmpty()) {
            database.sql("select id, name from survey_file where id = any(:ids) and response_id is null")
                    .param("ids", ids.toArray(Long[]::new))
                    .query(row -> {
                        names.put(row.getLong(1), row.getString(2));
                    });
        }
        return names;
    }

    /** One that belongs to an answer. */
    public Optional<KeptFile> find(long responseId, long id) {
        return database.sql(
                        "select name, content_type, size from survey_file where id = :id and response_id = :response")
                .param("id", id)
                .param("response", responseId)
                .query(KeptFile.class)
                .optional();
    }

    public void write(long id, OutputStream target) {
        try {
            pieces.write(id, target);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    void forgetUnsent(Instant before) {
        database.sql("delete from survey_file where response_id is null and created_at < :before")
                .param("before", before.atOffset(ZoneOffset.UTC))
                .update();
    }
}
