package org.triviumcrm.sales.signing;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What becomes of the opportunities of contracts that are signed. */
@Repository
class WinRepository {

    private final JdbcClient database;

    WinRepository(JdbcClient database) {
        this.database = database;
    }

    /** A contract whose opportunity is to be won. @param signerId who has noted the signature; null for a job */
    record PendingWin(
            String label,
            long opportunityId,
            String opportunity,
            String opportunityCurrency,
            BigDecimal net,
            String currency,
            LocalDate signedOn,
            long ownerId,
            @Nullable Long signerId) {}

    /** Its opportunity is to be won, unless that is decided already. */
    boolean await(long contract) {
        return database.sql("""
                        update contract k set winning = 'PENDING' where k.id = :id and k.revision = 1 and k.winning is null
                          and exists (select from opportunity o where o.id = k.opportunity_id and o.state in ('OPEN', 'SUSPENDED', 'POOLED'))""").param("id", contract).update() > 0;
    }

    /** In a transaction that writes, nobody else looks at it until the end of that. */
    Optional<PendingWin> pending(long contract) {
        return database.sql("""
                        select k.number as label, o.id as opportunity_id, o.name as opportunity, o.currency as opportunity_currency, k.net, k.currency,
                               k.signed_on, k.owner_id,
                               (select e.by_person_id from contract_event e where e.contract_id = k.id and e.kind = 'SIGN' order by e.id desc limit 1)
                                   as signer_id
                        from contract k join opportunity o on o.id = k.opportunity_id
                        where k.id = :id and k.winning = 'PENDING' for update of k""").param("id", contract).query(PendingWin.class).optional();
    }

    /** @param outcome WON, ASKED or LEFT */
    void settle(long contract, String outcome) {
        database.sql("update contract set winning = :outcome where id = :id and winning = 'PENDING'")
                .param("id", contract)
                .param("outcome", outcome)
                .update();
    }

    /** Those that nobody came to settle, because the application was stopped. */
    List<Long> left() {
        return database.sql("select id from contract where winning = 'PENDING' order by id limit 1000")
                .query(Long.class)
                .list();
    }
}
