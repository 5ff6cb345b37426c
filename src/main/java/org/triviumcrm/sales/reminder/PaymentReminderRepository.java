package org.triviumcrm.sales.reminder;

import java.math.BigDecimal;
import java.sql.Types;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.triviumcrm.identity.Scope;
import org.triviumcrm.identity.Viewer;
import org.triviumcrm.sales.receivable.Instalment;

/** Letters that remind of payments, and of which ones. */
@Repository
class PaymentReminderRepository {

    private static final String READ = """
            select m.id, m.contract_id, m.level, m.person_id, w.name as by, w.email as reply_to, m.address, m.name, m.subject, m.text,
                   m.internet_id, m.at, m.failed_at, m.withdrawn_at
            from payment_reminder m left join person w on w.id = m.person_id""";

    private static final int MOST_CONTACTS = 200;

    private final JdbcClient database;

    PaymentReminderRepository(JdbcClient database) {
        this.database = database;
    }

    /** Those of a customer who have an address and whom the viewer sees; first whom the contract names, who is there in any case. */
    List<ReminderContact> contacts(Viewer viewer, long customerId, @Nullable Long named) {
        Scope scope = viewer.scope("contact");
        return database.sql("""
                        select c.id, c.name, c.email from contact c
                        where c.customer_id = :customer and c.email is not null and (c.id = :named or %s)
                        order by c.id is not distinct from :named desc, c.name, c.id limit :most""".formatted(scope.sql("c")))
                .param("customer", customerId)
                .param("named", named, Types.BIGINT)
                .param("most", MOST_CONTACTS)
                .params(scope.parameters())
                .query(ReminderContact.class)
                .list();
    }

    /** @param domain of its Message-ID */
    long add(
            long contractId,
            @Nullable Long person,
            SendPaymentReminder input,
            ReminderContact to,
            List<Instalment> of,
            String domain,
            Instant at) {
        long id = database.sql("""
                        insert into payment_reminder (id, contract_id, level, person_id, address, name, subject, text, internet_id, at)
                        values (nextval('payment_reminder_seq'), :contract, :level, :person, :address, :receiver, :subject, :text, :internet, :at)
                        returning id""")
                .param("contract", contractId)
                .param("level", input.level().name())
                .param("person", person, Types.BIGINT)
                .param("address", to.email())
                .param("receiver", to.name())
                .param("subject", input.subject())
                .param("text", input.text())
                .param("internet", "payment-reminder-" + UUID.randomUUID() + "@" + domain)
                .param("at", at.atOffset(ZoneOffset.UTC))
                .query(Long.class)
                .single();
        database.sql("""
                        insert into payment_reminder_part (reminder_id, instalment_id, due_on, open)
                        select :reminder, p.id, p.due_on, p.open from unnest(:ids, cast(:days as date[]), :amounts) p (id, due_on, open)""")
                .param("reminder", id)
                .param("ids", of.stream().map(Instalment::id).toArray(Long[]::new))
                .param("days", of.stream().map(one -> one.dueOn().toString()).toArray(String[]::new))
                .param("amounts", of.stream().map(Instalment::open).toArray(BigDecimal[]::new))
                .update();
        return id;
    }

    /** Its contract stays as it is until the transaction ends, so that nothing is paid meanwhile. */
    Optional<PaymentReminder> find(long id) {
        database.sql("""
                        select from contract where id = (select contract_id from payment_reminder where id = :id) for update""").param("id", id).query().listOfRows();
        return database.sql(READ + " where m.id = :id")
                .param("id", id)
                .query(PaymentReminder.class)
                .optional();
    }

    /** The latest first. */
    List<PaymentReminder> of(long contractId) {
        return database.sql(READ + " where m.contract_id = :contract order by m.at desc, m.id desc limit 50")
                .param("contract", contractId)
                .query(PaymentReminder.class)
                .list();
    }

    /** Whether all that it names is owed as it says: due that day, and so much of it missing. */
    boolean isTrue(long id) {
        return database.sql("""
                        select not exists (
                            select from payment_reminder_part p left join instalment i on i.id = p.instalment_id
                            where p.reminder_id = :id
                              and not coalesce(i.binding and i.due_on = p.due_on and i.open = p.open, false))""").param("id", id).query(Boolean.class).single();
    }

    void fail(long id, Instant at) {
        mark("update payment_reminder set failed_at = :at where id = :id", id, at);
    }

    void withdraw(long id, Instant at) {
        mark("update payment_reminder set withdrawn_at = :at where id = :id", id, at);
    }

    private void mark(String sql, long id, Instant at) {
        database.sql(sql)
                .param("id", id)
                .param("at", at.atOffset(ZoneOffset.UTC))
                .update();
    }

    /** Notes with the payments of a contract by what they were reminded of last; what did not arrive reminded nobody. */
    void settle(long contractId) {
        database.sql("""
                        update instalment i set reminded = r.level, reminded_at = r.at
                        from (select o.id, x.level, x.at from instalment o left join lateral (
                                  select m.level, m.at from payment_reminder_part p join payment_reminder m on m.id = p.reminder_id
                                  where p.instalment_id = o.id and p.due_on = o.due_on and m.failed_at is null and m.withdrawn_at is null
                                  order by m.at desc, m.id desc limit 1) x on true
                              where o.contract_id = :contract) r
                        where i.id = r.id and (i.reminded, i.reminded_at) is distinct from (r.level, r.at)""").param("contract", contractId).update();
    }
}
