package org.triviumcrm.demo;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What the demo company's contracts are to bring, in two payments each: most of what is due has come in, some is late, some comes early, and some customers were reminded. */
@Component
class DemoPayments {

    private static final String PLANS = """
            insert into instalment (id, contract_id, due_on, amount, currency, base_amount, customer_id, owner_id, team_id, binding, received,
                                    told_at, created_at, updated_at)
            select nextval('instalment_seq'), k.id, k.signed_on + d.days, d.amount, k.currency, round(d.amount, 2), k.customer_id, k.owner_id,
                   k.team_id, true, case when k.signed_on + d.days < :today and k.id % 4 <> 0 then d.amount
                                         when k.id % 5 = 0 then round(d.amount / 2) else 0 end, :now, :now, :now
            from contract k cross join lateral (values (30, round(k.total * 0.3)), (120, k.total - round(k.total * 0.3))) d (days, amount)
            where k.signed_on is not null and k.revision = 1 and d.amount > 0""";

    private static final String RECEIPTS = """
            insert into receipt (id, contract_id, instalment_id, kind, received_on, amount, currency, base_amount, reference, customer_id, owner_id,
                                 team_id, created_at, updated_at, created_by)
            select nextval('receipt_seq'), i.contract_id, i.id, 'RECEIPT', least(i.due_on - cast(i.id % 5 as int), :today), i.received, i.currency,
                   round(i.received, 2), 'B-' || (70000 + i.id), i.customer_id, i.owner_id, i.team_id, :now, :now, i.owner_id
            from instalment i where i.received > 0""";

    private static final String REMINDERS = """
            insert into payment_reminder (id, contract_id, level, person_id, address, name, subject, text, internet_id, at)
            select nextval('payment_reminder_seq'), k.id, 'FRIENDLY', k.owner_id, c.email, c.name,
                   case k.language when 'en' then 'A payment for contract ' || k.number else '合同 ' || k.number || ' 付款提醒' end,
                   case k.language when 'en' then 'A payment of ' || i.open || ' ' || i.currency || ' was due on ' || i.due_on || '.'
                                   else '一笔 ' || i.open || ' ' || i.currency || ' 的款项已于 ' || i.due_on || ' 到期。' end,
                   'demo-' || k.id || '@trivium.invalid', cast(:now as timestamptz) - interval '3 days'
            from contract k join contact c on c.id = k.contact_id and c.email is not null
            join lateral (select * from instalment x where x.contract_id = k.id and x.binding and x.received < x.amount and x.due_on < cast(:today as date) - 3
                          order by x.due_on, x.id limit 1) i on true
            where k.id % 3 <> 0""";

    private static final String REMINDED = """
            insert into payment_reminder_part (reminder_id, instalment_id, due_on, open)
            select m.id, i.id, i.due_on, i.open from payment_reminder m join instalment i on i.contract_id = m.contract_id
            where i.received < i.amount and i.due_on < :today""";

    private static final String NOTED = """
            update instalment i set reminded = m.level, reminded_at = m.at
            from payment_reminder m join payment_reminder_part p on p.reminder_id = m.id
            where p.instalment_id = i.id and :today is not null""";

    private final JdbcClient database;

    DemoPayments(JdbcClient database) {
        this.database = database;
    }

    void write(LocalDate today, Instant now) {
        for (String sql : new String[] {PLANS, RECEIPTS, REMINDERS, REMINDED, NOTED}) {
            database.sql(sql)
                    .param("today", today)
                    .param("now", now.atOffset(ZoneOffset.UTC))
                    .update();
        }
    }
}
