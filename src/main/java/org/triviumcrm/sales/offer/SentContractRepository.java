package org.triviumcrm.sales.offer;

import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.triviumcrm.customer.ContactContracts.Contract;

/** Reads the contracts that were sent to contacts, or signed with them. */
@Repository
class SentContractRepository {

    private static final int MOST = 100;

    /** What is to be signed counts as sent by an e-mail since it was released: what left before that has said something else. */
    private static final String SENT = """
            select k.id, k.number || case k.revision when 1 then '' else '/' || k.revision end as label, k.name, k.state, k.total, k.currency,
                   k.starts_on, k.ends_on, k.signed_on
            from contract k where k.contact_id = :contact and k.approval_case_id is null
            and (k.state in ('SIGNED', 'ENDED', 'TERMINATED', 'REPLACED') or k.state = 'RELEASED' and exists (
                select 1 from contract_letter l where l.contract_id = k.id and l.at >= k.released_at) and (k.revision = 1 or exists (
                select 1 from contract b where b.root_id = k.root_id and b.revision < k.revision and b.state = 'SIGNED')))
            """;

    private final JdbcClient database;

    SentContractRepository(JdbcClient database) {
        this.database = database;
    }

    List<Contract> of(long contact) {
        return database.sql(SENT + " order by k.id desc limit " + MOST)
                .param("contact", contact)
                .query(Contract.class)
                .list();
    }

    Optional<Contract> find(long contact, long id) {
        return database.sql(SENT + " and k.id = :id")
                .param("contact", contact)
                .param("id", id)
                .query(Contract.class)
                .optional();
    }
}
