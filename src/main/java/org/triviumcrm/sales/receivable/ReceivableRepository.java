package org.triviumcrm.sales.receivable;

import java.math.BigDecimal;
import java.sql.Types;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Plans of payments and what was paid, of one contract at a time; whether the viewer sees the contract has been asked before. */
@Repository
class ReceivableRepository {

    private final JdbcClient database;

    ReceivableRepository(JdbcClient database) {
        this.database = database;
    }

    /**
     * The first paper of a contract, and what it comes to by the paper that holds.
     *
     * @param datedOn by which day's rate the plan counts
     */
    record Owed(
            long id,
            String number,
            String currency,
            BigDecimal total,
            LocalDate datedOn,
            LocalDate startsOn,
            long customerId,
            long ownerId,
            @Nullable Long teamId,
            boolean binding) {}

    private static final String OWED = """
            select c.id, c.number, c.currency, coalesce((select v.total from contract v where v.root_id = c.id and v.currency = c.currency
                       and v.state in ('SIGNED', 'ENDED', 'TERMINATED') order by v.revision desc limit 1), c.total) as total,
                   c.dated_on, c.starts_on, c.customer_id, c.owner_id, c.team_id, c.signed_on is not null as binding
            from contract c where c.id = :id""";

    Optional<Owed> find(long rootId) {
        return database.sql(OWED).param("id", rootId).query(Owed.class).optional();
    }

    /** For a change: nobody else changes its payments until the transaction ends. */
    Optional<Owed> findForChange(long rootId) {
        return database.sql(OWED + " for update")
                .param("id", rootId)
                .query(Owed.class)
                .optional();
    }

    /** In the order in which they are due. */
    List<Instalment> instalments(long rootId) {
        return database.sql("""
                        select id, due_on, condition, amount, received, open, state, reminded, reminded_at
                        from instalment where contract_id = :contract
                        order by due_on, id""")
                .param("contract", rootId)
                .query(Instalment.class)
                .list();
    }

    /** The latest first. */
    List<Receipt> receipts(long rootId) {
        return database.sql("""
                        select r.id, r.kind, r.received_on, r.amount, i.due_on, r.reference, r.note, w.name as by, r.created_at, r.cancel_reason
                        from receipt r left join instalment i on i.id = r.instalment_id left join person w on w.id = r.created_by
                        where r.contract_id = :contract order by r.received_on desc, r.id desc limit 500""").param("contract", rootId).query(Receipt.class).list();
    }

    /** All that counts. */
    List<Settlement.Payment> payments(long rootId) {
        return database.sql("""
                        select instalment_id as claim_id, case kind when 'REFUND' then -amount else amount end as amount
                        from receipt where contract_id = :contract and cancelled_at is null order by received_on, id""")
                .param("contract", rootId)
                .query(Settlement.Payment.class)
                .list();
    }

    void add(Owed contract, SavePayment row, BigDecimal base, Instant now) {
        database.sql("""
                        insert into instalment (id, contract_id, due_on, condition, amount, currency, base_amount, customer_id, owner_id, team_id,
                                                binding, created_at, updated_at)
                        values (nextval('instalment_seq'), :contract, :due, :condition, :amount, :currency, :base, :customer, :owner, :team,
                                :binding, :now, :now)""")
                .param("contract", contract.id())
                .param("due", row.getDueOn())
                .param("condition", row.getCondition(), Types.VARCHAR)
                .param("amount", row.getAmount())
                .param("currency", contract.currency())
                .param("base", base)
                .param("customer", contract.customerId())
                .param("owner", contract.ownerId())
                .param("team", contract.teamId(), Types.BIGINT)
                .param("binding", contract.binding())
                .param("now", now.atOffset(ZoneOffset.UTC))
                .update();
    }

    /** What it had received is settled anew afterwards. One that is due on another day was not told of, and nobody was reminded of that. */
    void change(long id, SavePayment row, BigDecimal base, Instant now) {
        database.sql("""
                        update instalment set told_at = case when due_on = :due then told_at end,
                            reminded = case when due_on = :due then reminded end, reminded_at = case when due_on = :due then reminded_at end,
                            due_on = :due, condition = :condition,
                            amount = :amount, base_amount = :base, received = 0, updated_at = :now
                        where id = :id""")
                .param("id", id)
                .param("due", row.getDueOn())
                .param("condition", row.getCondition(), Types.VARCHAR)
                .param("amount", row.getAmount())
                .param("base", base)
                .param("now", now.atOffset(ZoneOffset.UTC))
                .update();
    }

    void remove(List<Long> ids) {
        database.sql("delete from instalment where id = any(:ids)")
                .param("ids", ids.toArray(new Long[0]))
                .update();
    }

    void settle(Map<Long, BigDecimal> received) {
        database.sql("""
                        update instalment i set received = s.received
                        from unnest(:ids, :amounts) s (id, received) where i.id = s.id and i.received <> s.received""")
                .param("ids", received.keySet().toArray(new Long[0]))
                .param("amounts", received.values().toArray(new BigDecimal[0]))
                .update();
    }

    void record(Owed contract, SaveReceipt input, BigDecimal base, @Nullable Long by, Instant now) {
        database.sql("""
                        insert into receipt (id, contract_id, instalment_id, kind, received_on, amount, currency, base_amount, reference, note,
                                             customer_id, owner_id, team_id, created_at, updated_at, created_by)
                        values (nextval('receipt_seq'), :contract, :instalment, :kind, :day, :amount, :currency, :base, :reference, :note,
                                :customer, :owner, :team, :now, :now, :by)""")
                .param("contract", contract.id())
                .param("instalment", input.instalmentId(), Types.BIGINT)
                .param("kind", input.kind().name())
                .param("day", input.receivedOn())
                .param("amount", input.sum())
                .param("currency", contract.currency())
                .param("base", base)
                .param("reference", input.reference(), Types.VARCHAR)
                .param("note", input.note(), Types.VARCHAR)
                .param("customer", contract.customerId())
                .param("owner", contract.ownerId())
                .param("team", contract.teamId(), Types.BIGINT)
                .param("now", now.atOffset(ZoneOffset.UTC))
                .param("by", by, Types.BIGINT)
                .update();
    }

    /** Whether it was one that counted, of this contract. */
    boolean cancel(long rootId, long id, String reason, @Nullable Long by, Instant now) {
        return database.sql("""
                        update receipt set cancelled_at = :now, updated_at = :now, cancelled_by = :by, cancel_reason = :reason, base_amount = 0,
                            version = version + 1
                        where id = :id and contract_id = :contract and cancelled_at is null""")
                        .param("id", id)
                        .param("contract", rootId)
                        .param("reason", reason)
                        .param("by", by, Types.BIGINT)
                        .param("now", now.atOffset(ZoneOffset.UTC))
                        .update()
                > 0;
    }
}
