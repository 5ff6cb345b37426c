package org.triviumcrm.support.sla;

import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.triviumcrm.customer.CustomerTexts;
import org.triviumcrm.shared.web.Option;

/** What policies can name, for administrators to choose from. */
@Repository
class PolicyChoiceRepository {

    private final JdbcClient database;
    private final CustomerTexts texts;

    PolicyChoiceRepository(JdbcClient database, CustomerTexts texts) {
        this.database = database;
        this.texts = texts;
    }

    List<Option> queues() {
        return named("ticket_queue");
    }

    List<Option> types() {
        return named("ticket_type");
    }

    private List<Option> named(String table) {
        return database.sql("select id, name from " + table + " order by position, id")
                .query((row, n) -> new Option(row.getString("id"), row.getString("name")))
                .list();
    }

    /** How customers are classed, in the order of words. */
    List<Option> levels() {
        return texts.different("level").stream()
                .map(level -> new Option(level, level))
                .toList();
    }
}
