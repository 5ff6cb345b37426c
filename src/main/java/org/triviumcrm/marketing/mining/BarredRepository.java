package org.triviumcrm.marketing.mining;

import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Attributes of the product's own that must not be used to decide. */
@Repository
class BarredRepository {

    private final JdbcClient database;

    BarredRepository(JdbcClient database) {
        this.database = database;
    }

    /** Keys of those of a subject. */
    Set<String> of(String subject) {
        return Set.copyOf(database.sql("select attribute from mining_barred where subject = :subject")
                .param("subject", subject)
                .query(String.class)
                .list());
    }

    void replace(String subject, Set<String> attributes) {
        database.sql("delete from mining_barred where subject = :subject and not attribute = any(:attributes)")
                .param("subject", subject)
                .param("attributes", attributes.toArray(String[]::new))
                .update();
        database.sql(
                        "insert into mining_barred (subject, attribute) select :subject, a from unnest(cast(:attributes as text[])) a on conflict do nothing")
                .param("subject", subject)
                .param("attributes", attributes.toArray(String[]::new))
                .update();
    }
}
