package org.triviumcrm.support.backlog;

import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.triviumcrm.shared.exchange.ImportContext;
import org.triviumcrm.shared.exchange.ImportTable;
import org.triviumcrm.shared.exchange.NamedReference;
import org.triviumcrm.shared.exchange.TableColumns;

/** Queues named in a file; those that nobody knows are asked about once. */
@Component
class TicketQueueReference extends NamedReference {

    static final String KEY = "ticket-queue";

    TicketQueueReference(JdbcClient database, TableColumns columns) {
        super(
                database,
                columns,
                KEY,
                new ImportTable("ticket_queue", "ticket_queue", "name", null, false, List.of(), null));
    }

    @Override
    protected String condition(ImportContext context) {
        return "t.active";
    }
}
