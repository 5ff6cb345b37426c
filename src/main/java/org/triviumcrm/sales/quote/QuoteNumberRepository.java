package org.triviumcrm.sales.quote;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.triviumcrm.sales.number.NumberKind;
import org.triviumcrm.sales.number.NumberedPapers;

/** Which numbers quotes have. */
@Repository
class QuoteNumberRepository implements NumberedPapers {

    private final JdbcClient database;

    QuoteNumberRepository(JdbcClient database) {
        this.database = database;
    }

    @Override
    public NumberKind kind() {
        return NumberKind.QUOTE;
    }

    @Override
    public boolean isTaken(String number) {
        return database.sql("select exists (select from quote where number = :number)")
                .param("number", number)
                .query(Boolean.class)
                .single();
    }
}
