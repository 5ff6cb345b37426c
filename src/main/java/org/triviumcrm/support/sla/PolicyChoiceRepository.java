package org.triviumcrm.support.sla;

import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.triviumcrm.shared.web.Option;

/** What policies can name, for administrators to choose from. */
@Repository
class PolicyChoiceRepository {

    /** More are found in no list that somebody reads. */
    private static final int MANY = 200;

    private final JdbcClient database;

    PolicyChoiceRepository(JdbcClient database) {
        this.database = database;
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

    /** How customers are classed, in the order of words, skipping along the index from one to the next. */
    List<Option> levels() {
        return database.sql("""
                        with recursive one as (
                            (select level collate trivium_words as value from customer
                             where level is not null order by level collate trivium_words limit 1)
                            union all
                            select (select c.level collate trivium_words from customer c
                                    where c.level collate trivium_words > one.value
                                    order by c.level collate trivium_words limit 1)
                            from one where one.value is not null)
                        select value from one where value is not null limit :many""")
                .param("many", MANY)
                .query((row, n) -> new Option(row.getString("value"), row.getString("value")))
                .list();
    }
}
