package org.triviumcrm.approval.dossier;

import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.triviumcrm.shared.attachment.FilePieces;

/** Attached files and what they contain. */
@Repository
class AttachmentRepository {

    private static final String READ = """
            select a.id, a.name, a.content_type, a.size_bytes, a.at, p.name person_name
            from approval_attachment a join person p on p.id = a.person_id\s""";

    private final JdbcClient jdbc;
    private final Clock clock;
    private final FilePieces pieces;

    AttachmentRepository(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
        this.pieces = new FilePieces(jdbc, "approval_attachment_chunk", "attachment_id");
    }

    List<Attachment> of(long caseId) {
        return jdbc.sql(READ + "where a.case_id = :case order by a.at, a.id")
                .param("case", caseId)
                .query((row, number) -> new Attachment(
                        row.getLong("id"),
                        row.getString("name"),
                        row.getString("content_type"),
                        row.getLong("size_bytes"),
                        row.getString("person_name"),
                        row.getObject("at", OffsetDateTime.class).toInstant()))
                .list();
    }

    Optional<Attachment> find(long caseId, long id) {
        return of(caseId).stream().filter(found -> found.id() == id).findFirst();
    }

    long add(long caseId, long personId, String name, String contentType, long size) {
        return jdbc.sql("""
                insert into approval_attachment (case_id, person_id, at, name, content_type, size_bytes, sha256)
                values (:case, :person, :now, :name, :type, :size, '') returning id""")
                .param("case", caseId)
                .param("person", personId)
                .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                .param("name", name)
                .param("type", contentType)
                .param("size", size)
                .query(Long.class)
                .single();
    }

    void sign(long id, String sha256) {
        jdbc.sql("update approval_attachment set sha256 = :sha where id = :id")
                .param("sha", sha256)
                .param("id", id)
                .update();
    }

    FilePieces pieces() {
        return pieces;
    }
}
