package org.triviumcrm.support.message;

import java.io.IOException;
import java.io.OutputStream;
import java.sql.Types;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.triviumcrm.shared.attachment.FilePieces;
import org.triviumcrm.shared.attachment.SentFile;

/** Files of messages. */
@Repository("ticketFileRepository")
class FileRepository {

    private static final String READ =
            "select f.id, f.message_id, f.name, f.content_type, f.size_bytes as size from ticket_file f ";

    private final JdbcClient database;
    private final FilePieces pieces;

    FileRepository(JdbcClient database) {
        this.database = database;
        this.pieces = new FilePieces(database, "ticket_file_chunk", "file_id");
    }

    List<MessageFile> of(Collection<Long> messageIds) {
        return messageIds.isEmpty()
                ? List.of()
                : database.sql(READ + "where f.message_id = any(:ids) order by f.id")
                        .param("ids", messageIds.toArray(Long[]::new))
                        .query(MessageFile.class)
                        .list();
    }

    Optional<MessageFile> find(long ticketId, long id) {
        return database.sql(READ
                        + "join ticket_message m on m.id = f.message_id where f.id = :id and m.ticket_id = :ticket")
                .param("id", id)
                .param("ticket", ticketId)
                .query(MessageFile.class)
                .optional();
    }

    void keep(long messageId, SentFile file) throws IOException {
        keep(messageId, file, null);
    }

    /** @param contentId by which the HTML of its message shows it, null when it does not */
    void keep(long messageId, SentFile file, @Nullable String contentId) throws IOException {
        long id = database.sql("""
                        insert into ticket_file (id, message_id, name, content_type, size_bytes, sha256, content_id)
                        values (nextval('ticket_file_seq'), :message, :name, :type, :size, '', :content) returning id""")
                .param("content", contentId, Types.VARCHAR)
                .param("message", messageId)
                .param("name", file.name())
                .param("type", file.contentType())
                .param("size", file.size())
                .query(Long.class)
                .single();
        String sha256 = pieces.store(id, file.content());
        database.sql("update ticket_file set sha256 = :sha where id = :id")
                .param("sha", sha256)
                .param("id", id)
                .update();
    }

    List<ShownFile> shown(long messageId) {
        return database.sql(
                        "select id, content_id from ticket_file where message_id = ? and content_id is not null order by id")
                .param(messageId)
                .query(ShownFile.class)
                .list();
    }

    void write(long id, OutputStream target) throws IOException {
        pieces.write(id, target);
    }
}
