package org.triviumcrm.sales.receivable;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.triviumcrm.identity.Scope;
import org.triviumcrm.sales.receivable.Settlement.Claim;
import org.triviumcrm.sales.receivable.Settlement.Payment;

/** Payments of many contracts at a time, each with one statement. */
@Repository
class ImportedReceiptRepository {

    private final JdbcClient database;

    ImportedReceiptRepository(JdbcClient database) {
        this.database = database;
    }

    /** The first paper of a contract that money comes in for. */
    record Payer(
            long id,
            String number,
            String currency,
            long customerId,
            long ownerId,
            @Nullable Long teamId,
            boolean binding) {}

    /** @param amount negative for what was paid back */
    record Known(
            long contractId,
            LocalDate receivedOn,
            BigDecimal amount,
            @Nullable String reference) {

        Known {
            amount = amount.stripTrailingZeros();
        }
    }

    /** What was paid and is to be paid of a contract. */
    private record Part(long contractId, @Nullable Long id, BigDecimal amount) {}

    /** By their numbers, as far as they are seen. @param lock whether nobody else changes their payments until the transaction ends */
    Map<String, Payer> contracts(Scope scope, Collection<String> numbers, boolean lock) {
        return database
                .sql("""
                        select c.id, c.number, c.currency, c.customer_id, c.owner_id, c.team_id, c.signed_on is not null as binding
                        from contract c where c.number = any(:numbers) and c.revision = 1 and %s order by c.id""".formatted(scope.sql("c")) + (lock ? " for update of c" : ""))
                .param("numbers", numbers.toArray(String[]::new))
                .params(scope.parameters())
                .query(Payer.class)
                .list()
                .stream()
                .collect(Collectors.toMap(Payer::number, one -> one));
    }

    /** All that was recorded, what was cancelled included: a mistake does not come back with the next file. */
    Set<Known> known(Collection<Long> contracts) {
        return new HashSet<>(database.sql("""
                        select contract_id, received_on, case kind when 'REFUND' then -amount else amount end as amount, reference
                        from receipt where contract_id = any(:contracts)""")
                .param("contracts", contracts.toArray(Long[]::new))
                .query(Known.class)
                .list());
    }

    /** What has come in and was not paid back, by contract. */
    Map<Long, BigDecimal> paid(Collection<Long> contracts) {
        Map<Long, BigDecimal> sums = new HashMap<>();
        payments(contracts).forEach(one -> sums.merge(one.contractId(), one.amount(), BigDecimal::add));
        return sums;
    }

    private List<Part> payments(Collection<Long> contracts) {
        return database.sql("""
                        select contract_id, instalment_id as id, case kind when 'REFUND' then -amount else amount end as amount
                        from receipt where contract_id = any(:contracts) and cancelled_at is null
                        order by contract_id, received_on, id""")
                .param("contracts", contracts.toArray(Long[]::new))
                .query(Part.class)
                .list();
    }

    /** What each of the instalments of some contracts has received by what was paid. */
    Map<Long, BigDecimal> settled(Collection<Long> contracts) {
        Map<Long, List<Part>> claims =
                database.sql("""
                        select contract_id, id, amount from instalment where contract_id = any(:contracts) order by contract_id, due_on, id""").param("contracts", contracts.toArray(Long[]::new)).query(Part.class).list().stream()
                        .collect(Collectors.groupingBy(Part::contractId));
        Map<Long, List<Part>> payments = payments(contracts).stream().collect(Collectors.groupingBy(Part::contractId));
        Map<Long, BigDecimal> received = new HashMap<>();
        claims.forEach((contract, parts) -> received.putAll(Settlement.of(
                        parts.stream()
                                .map(one -> new Claim(Objects.requireNonNull(one.id()), one.amount()))
                                .toList(),
                        payments.getOrDefault(contract, List.of()).stream()
                                .map(one -> new Payment(one.id(), one.amount()))
                                .toList())
                .received()));
        return received;
    }

    /** The contracts of some receipts; nobody else changes their payments until the transaction ends. */
    List<Long> contractsOf(Collection<Long> receipts) {
        return database.sql("""
                        select c.id from contract c where c.id in (select contract_id from receipt where id = any(:ids))
                        order by c.id for update of c""")
                .param("ids", receipts.toArray(Long[]::new))
                .query(Long.class)
                .list();
    }

    /** Those of some receipts without which more would have been paid back than came in. */
    List<Long> needed(Collection<Long> receipts) {
        return database.sql("""
                        select r.id from receipt r
                        where r.id = any(:ids) and (select coalesce(sum(case o.kind when 'REFUND' then -o.amount else o.amount end), 0)
                                                    from receipt o where o.contract_id = r.contract_id and o.cancelled_at is null
                                                                     and o.id <> all(:ids)) < 0""")
                .param("ids", receipts.toArray(Long[]::new))
                .query(Long.class)
                .list();
    }
}
