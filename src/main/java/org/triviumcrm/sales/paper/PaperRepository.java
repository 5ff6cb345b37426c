package org.triviumcrm.sales.paper;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.HexFormat;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.triviumcrm.sales.line.PaperKind;

/** The files of quotes and contracts that have left. One that is changed loses its file, by a trigger. */
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
                        insert into %1$s_paper (%1$s_id, name, bytes, sha256, made_at) values (:paper, :name, :bytes, :hash, :at)""".formatted(kind.table()))
                .param("paper", paper)
                .param("name", name)
                .param("bytes", bytes)
                .param("hash", hash)
                .param("at", clock.instant().atOffset(ZoneOffset.UTC))
                .update();
        return new PaperFile(name, bytes, hash);
    }

    private static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
