package org.triviumcrm.marketing.lead;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What is called how that leads name by its number. */
@Repository
class LeadNameRepository {

    private final JdbcClient database;

    LeadNameRepository(JdbcClient database) {
        this.database = database;
    }

    /** The number itself where there is no such campaign any more. */
    String campaign(String id) {
        return id.matches("\\d{1,18}")
                ? database.sql("select name from campaign where id = ?")
                        .param(Long.valueOf(id))
                        .query(String.class)
                        .optional()
                        .orElse(id)
                : id;
    }
}
