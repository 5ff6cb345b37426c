package org.triviumcrm.demo;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What the demo company's contracts are to bring, in two payments each: most of what is due has come in, some is late, some comes early. */
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

    private final JdbcClient database;

    DemoPayments(JdbcClient database) {
        this.database = database;
    }

    void write(LocalDate today, Instant now) {
        for (String sql : new String[] {PLANS, RECEIPTS}) {
            database.sql(sql)
                    .param("today", today)
                    .param("now", now.atOffset(ZoneOffset.UTC))
                    .update();
        }
    }
}
