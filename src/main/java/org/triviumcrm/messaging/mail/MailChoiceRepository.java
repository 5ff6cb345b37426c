package org.triviumcrm.messaging.mail;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Who wants e-mails. */
@Repository
class MailChoiceRepository {

    private final JdbcClient jdbc;

    MailChoiceRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** @param email the person's own, null without one */
    record Choice(boolean mail, @Nullable String email) {}

    Choice find(long personId) {
        return jdbc.sql("""
                        select coalesce(c.mail, true) as mail, p.email
                          from person p left join mail_choice c on c.person_id = p.id where p.id = :person""").param("person", personId).query(Choice.class).single();
    }

    void save(long personId, boolean mail) {
        jdbc.sql("""
                        insert into mail_choice (person_id, mail) values (:person, :mail)
                        on conflict (person_id) do update set mail = excluded.mail""").param("person", personId).param("mail", mail).update();
    }
}
