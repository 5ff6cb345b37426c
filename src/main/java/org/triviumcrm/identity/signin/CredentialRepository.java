package org.triviumcrm.identity.signin;

import java.util.Collection;
import java.util.List;
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

    /** Which of these can sign in, as long as there is at most one active person besides them. */
    List<String> amongThemselves(Collection<String> signInNames) {
        return jdbc.sql("""
                select sign_in_name from person
                 where active and not must_change_password and sign_in_name in (:names)
                   and (select count(*) from (select 1 from person
                                               where active and sign_in_name not in (:names) limit 2) others) < 2""").param("names", signInNames).query(String.class).list();
    }
}
