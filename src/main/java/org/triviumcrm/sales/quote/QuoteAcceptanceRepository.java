package org.triviumcrm.sales.quote;

import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Reads what customers have agreed to. */
@Repository
class QuoteAcceptanceRepository {

    private final JdbcClient database;

    QuoteAcceptanceRepository(JdbcClient database) {
        this.database = database;
    }

    Optional<QuoteAcceptance> of(long quote) {
        return database.sql("""
                        select a.at, a.name, a.contact_id, k.name as contact, a.address, a.remark, a.sha256
                        from quote_acceptance a left join contact k on k.id = a.contact_id where a.quote_id = :quote""")
                .param("quote", quote)
                .query(QuoteAcceptance.class)
                .optional();
    }
}
