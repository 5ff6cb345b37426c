package org.triviumcrm.identity.signin;

import java.util.Locale;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Finds who wants to sign in. */
@Repository
class CredentialRepository {

    private final JdbcClient jdbc;

    CredentialRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** By sign-in name or e-mail address; a sign-in name goes before another person's address. */
    Optional<Credential> find(String name) {
        return jdbc.sql("""
                select id as person_id, sign_in_name, password_hash, active from person
                 where sign_in_name = :name or lower(email) = :name
                 order by sign_in_name = :name desc
                 limit 1""")
                .param("name", name.strip().toLowerCase(Locale.ROOT))
                .query(Credential.class)
                .optional();
    }
}
