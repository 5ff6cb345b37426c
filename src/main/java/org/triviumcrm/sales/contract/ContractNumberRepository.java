package org.triviumcrm.sales.contract;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.triviumcrm.sales.number.NumberKind;
import org.triviumcrm.sales.number.NumberedPapers;

/** Which numbers contracts have. */
@Repository
class ContractNumberRepository implements NumberedPapers {

    private final JdbcClient database;

    ContractNumberRepository(JdbcClient database) {
        this.database = database;
    }

    @Override
    public NumberKind kind() {
        return NumberKind.CONTRACT;
    }

    @Override
    public boolean isTaken(String number) {
        return database.sql("select exists (select from contract where number = :number)")
                .param("number", number)
                .query(Boolean.class)
                .single();
    }
}
