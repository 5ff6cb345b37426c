package org.triviumcrm.sales.contract;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.triviumcrm.identity.Scope;
import org.triviumcrm.identity.Viewer;
import org.triviumcrm.shared.list.ListLink;
import org.triviumcrm.shared.list.Related;

/** Reads the contracts that belong to another record. */
@Repository
class ContractRelatedRepository {

    private final JdbcClient database;

    ContractRelatedRepository(JdbcClient database) {
        this.database = database;
    }

    /** Number and name, null when the viewer does not see it. */
    @Nullable
    String name(Viewer viewer, long id) {
        Scope scope = viewer.scope(ContractList.NOUN);
        return database.sql(
                        "select q.number || case q.revision when 1 then '' else '/' || q.revision end || ' ' || q.name from contract q where q.id = :id and "
                                + scope.sql("q"))
                .param("id", id)
                .params(scope.parameters())
                .query(String.class)
                .optional()
                .orElse(null);
    }

    /** The latest ones; those that amendments have replaced are in the list, not here. @param record {@code customer} or {@code opportunity} */
    Related<ContractBrief> related(Viewer viewer, String record, long id) {
        Scope scope = viewer.scope(ContractList.NOUN);
        String contracts =
                "select q.id, q.number || case q.revision when 1 then '' else '/' || q.revision end as label, q.name, q.state,"
                        + " q.total as amount, q.currency, q.ends_on, q.approval_case_id from contract q where q."
                        + record
                        + "_id = :id and q.state <> 'REPLACED' and " + scope.sql("q") + " order by q.id desc";
        return Related.of(
                database.sql(Related.sql(contracts, "id desc"))
                        .param("id", id)
                        .params(scope.parameters())
                        .query((row, number) -> new Related.Row<>(ContractBrief.read(row), row.getLong("total")))
                        .list(),
                ListLink.to(ContractList.PATH).is(record, id));
    }
}
