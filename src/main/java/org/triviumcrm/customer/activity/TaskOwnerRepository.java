package org.triviumcrm.customer.activity;

import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Who gets the tasks about a customer. */
@Repository
class TaskOwnerRepository {

    private final JdbcClient database;

    TaskOwnerRepository(JdbcClient database) {
        this.database = database;
    }

    /** Whoever looks after it and is still there; the customer stays until the end of the transaction. */
    Optional<Long> of(long customerId) {
        return database.sql("""
                        select p.id from customer c join person p on p.id = c.owner_id and p.active where c.id = :id for share of c""").param("id", customerId).query(Long.class).optional();
    }
}
