package org.triviumcrm.survey.sheet;

import java.security.SecureRandom;
import java.util.HexFormat;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What signs links and files; the same one for all nodes, made when it is first needed. */
@Repository
public class SurveySecretRepository {

    private static final int LENGTH = 32;

    private final JdbcClient database;

    SurveySecretRepository(JdbcClient database) {
        this.database = database;
    }

    public SurveySeal seal() {
        return new SurveySeal(database.sql("select secret from survey_secret")
                .query(String.class)
                .optional()
                .orElseGet(this::make));
    }

    /** Whoever comes second takes what the first has made. */
    private String make() {
        byte[] random = new byte[LENGTH];
        new SecureRandom().nextBytes(random);
        return database.sql("""
                        insert into survey_secret (secret) values (:secret)
                        on conflict (the_one) do update set secret = survey_secret.secret returning secret""")
                .param("secret", HexFormat.of().formatHex(random))
                .query(String.class)
                .single();
    }
}
