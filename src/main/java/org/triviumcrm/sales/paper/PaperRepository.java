package org.triviumcrm.sales.paper;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.triviumcrm.sales.line.PaperKind;

/** The files of quotes and contracts that have left. That of one which is a draft again becomes a former one, by a trigger. */
@Repository
class PaperRepository {

    private final JdbcClient database;
    private final Clock clock;

    PaperRepository(JdbcClient database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    Optional<PaperFile> find(PaperKind kind, long paper) {
        return database.sql("select name, bytes, sha256 from %1$s_paper where %1$s_id = :paper".formatted(kind.table()))
                .param("paper", paper)
                .query((row, number) ->
                        new PaperFile(row.getString("name"), row.getBytes("bytes"), row.getString("sha256")))
                .optional();
    }

    PaperFile keep(PaperKind kind, long paper, String name, byte[] bytes) {
        String hash = sha256(bytes);
        database.sql("""
                        insert into %1$s_paper (%1$s_id, name, bytes, sha256, made_at) values (:paper, :name, :bytes, :hash, :at)
                        on conflict do nothing""".formatted(kind.table()))
                .param("paper", paper)
                .param("name", name)
                .param("bytes", bytes)
                .param("hash", hash)
                .param("at", clock.instant().atOffset(ZoneOffset.UTC))
                .update();
        // somebody else may have made it meanwhile: that is the one then
        return find(kind, paper).orElseThrow();
    }

    /** Those that were released before, the latest first; twenty at most. */
    List<FormerPaper> former(PaperKind kind, long paper) {
        return database.sql("""
                        select f.id, f.name, f.sha256, f.released_at, w.name as released_by, f.void_at
                        from %1$s_former_paper f left join person w on w.id = f.released_by
                        where f.%1$s_id = :paper order by f.id desc limit 20""".formatted(kind.table()))
                .param("paper", paper)
                .query(FormerPaper.class)
                .list();
    }

    Optional<PaperFile> former(PaperKind kind, long paper, long id) {
        return database.sql("select name, bytes, sha256 from %1$s_former_paper where %1$s_id = :paper and id = :id"
                        .formatted(kind.table()))
                .param("paper", paper)
                .param("id", id)
                .query((row, number) ->
                        new PaperFile(row.getString("name"), row.getBytes("bytes"), row.getString("sha256")))
                .optional();
    }

    private static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
