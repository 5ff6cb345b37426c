package org.triviumcrm.support.letter;

import java.security.SecureRandom;
import java.util.HexFormat;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What signs the names of tickets in letters; the same one for all nodes, made when it is first needed. */
@Repository
class LetterSecretRepository {

    private static final int LENGTH = 32;

    private final JdbcClient database;

    LetterSecretRepository(JdbcClient database) {
        this.database = database;
    }

    String read() {
        return database.sql("select secret from ticket_letter_secret")
                .query(String.class)
                .optional()
                .orElseGet(this::make);
    }

    /** Whoever comes second takes what the first has made. */
    private String make() {
        byte[] random = new byte[LENGTH];
        new SecureRandom().nextBytes(random);
        return database.sql("""
                        insert into ticket_letter_secret (secret) values (:secret)
                        on conflict (the_one) do update set secret = ticket_letter_secret.secret returning secret""")
                .param("secret", HexFormat.of().formatHex(random))
                .query(String.class)
                .single();
    }
}
