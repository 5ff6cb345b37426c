package org.triviumcrm.sales.paper;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.HexFormat;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The files of quotes that have left. One that is changed loses its file, by a trigger. */
@Repository
class PaperRepository {

    private final JdbcClient database;
    private final Clock clock;

    PaperRepository(JdbcClient database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    Optional<PaperFile> find(long quote) {
        return database.sql("select name, bytes, sha256 from quote_paper where quote_id = :quote")
                .param("quote", quote)
                .query((row, number) ->
                        new PaperFile(row.getString("name"), row.getBytes("bytes"), row.getString("sha256")))
                .optional();
    }

    PaperFile keep(long quote, String name, byte[] bytes) {
        String hash = sha256(bytes);
        database.sql("""
                        insert into quote_paper (quote_id, name, bytes, sha256, made_at) values (:quote, :name, :bytes, :hash, :at)""")
                .param("quote", quote)
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
