package org.triviumcrm.support.chat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.triviumcrm.shared.attachment.FilePieces;
import org.triviumcrm.shared.attachment.SentFile;

/** Files that were sent in talks. */
@Repository
public class ChatFileRepository {

    private final JdbcClient database;
    private final FilePieces pieces;

    ChatFileRepository(JdbcClient database) {
        this.database = database;
        this.pieces = new FilePieces(database, "chat_file_piece", "file_id");
    }

    void keep(long chatId, int seq, SentFile file) throws IOException {
        long id = database.sql("""
                        insert into chat_file (id, chat_id, seq, name, content_type, size_bytes, sha256)
                        values (nextval('chat_file_seq'), :chat, :seq, :name, :type, :size, '') returning id""")
                .param("chat", chatId)
                .param("seq", seq)
                .param("name", file.name())
                .param("type", file.contentType())
                .param("size", file.size())
                .query(Long.class)
                .single();
        String sha256 = pieces.store(id, file.content());
        database.sql("update chat_file set sha256 = :sha where id = :id")
                .param("sha", sha256)
                .param("id", id)
                .update();
    }

    int count(long chatId) {
        return database.sql("select count(*) from chat_file where chat_id = ?")
                .param(chatId)
                .query(Integer.class)
                .single();
    }

    /** @param forVisitor without what is sent among ourselves */
    public Optional<ChatFile> find(long chatId, long id, boolean forVisitor) {
        return database.sql("""
                        select f.id, f.name, f.content_type, f.size_bytes as size
                        from chat_file f join chat_message m on m.chat_id = f.chat_id and m.seq = f.seq
                        where f.id = :id and f.chat_id = :chat and (m.kind <> 'NOTE' or not :visitor)""")
                .param("id", id)
                .param("chat", chatId)
                .param("visitor", forVisitor)
                .query(ChatFile.class)
                .optional();
    }

    public void write(long id, OutputStream target) throws IOException {
        pieces.write(id, target);
    }

    /** The whole of it in memory, to be kept elsewhere as well. */
    SentFile open(ChatFile file) throws IOException {
        ByteArrayOutputStream content = new ByteArrayOutputStream();
        write(file.id(), content);
        return new SentFile(
                file.name(), file.contentType(), file.size(), new ByteArrayInputStream(content.toByteArray()));
    }
}
