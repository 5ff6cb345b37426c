package org.triviumcrm.sales.quote;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.triviumcrm.identity.Scope;
import org.triviumcrm.identity.Viewer;
import org.triviumcrm.shared.list.ListLink;
import org.triviumcrm.shared.list.Related;

/** Reads the quotes that belong to another record. */
@Repository
class QuoteRelatedRepository {

    private final JdbcClient database;

    QuoteRelatedRepository(JdbcClient database) {
        this.database = database;
    }

    /** The latest ones; versions that were replaced are in the list, not here. @param record {@code customer} or {@code opportunity} */
    Related<QuoteBrief> related(Viewer viewer, String record, long id) {
        Scope scope = viewer.scope(QuoteList.NOUN);
        String quotes =
                "select q.id, q.number || case q.revision when 1 then '' else '/' || q.revision end as label, q.name, q.state,"
                        + " q.total as amount, q.currency, q.valid_until, q.approval_case_id from quote q where q."
                        + record
                        + "_id = :id and q.state <> 'REPLACED' and " + scope.sql("q") + " order by q.id desc";
        return Related.of(
                database.sql(Related.sql(quotes, "id desc"))
                        .param("id", id)
                        .params(scope.parameters())
                        .query((row, number) -> new Related.Row<>(QuoteBrief.read(row), row.getLong("total")))
                        .list(),
                ListLink.to(QuoteList.PATH).is(record, id));
    }
}
