package org.triviumcrm.support.sla;

import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Which policy applies to a ticket. */
@Repository
class TicketPromiseRepository {

    private final JdbcClient database;

    TicketPromiseRepository(JdbcClient database) {
        this.database = database;
    }

    Optional<Long> policyOf(long ticketId) {
        return database.sql("select policy_id from ticket_sla where ticket_id = ? and policy_id is not null")
                .param(ticketId)
                .query(Long.class)
                .optional();
    }
}
