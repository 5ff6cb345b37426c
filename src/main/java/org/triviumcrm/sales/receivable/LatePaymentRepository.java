package org.triviumcrm.sales.receivable;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Payments that are late, and whether somebody was told. */
@Repository
class LatePaymentRepository {

    private final JdbcClient database;

    LatePaymentRepository(JdbcClient database) {
        this.database = database;
    }

    record Late(
            long id, long contractId, String number, String customer, long ownerId, BigDecimal open, String currency) {}

    /** A thousand at most, the longest late first; another node that looks at the same time leaves them out. */
    List<Late> untold(LocalDate today) {
        return database.sql("""
                        select i.id, i.contract_id, k.number, c.name as customer, i.owner_id, i.open, i.currency
                        from instalment i join contract k on k.id = i.contract_id join customer c on c.id = i.customer_id
                        where i.binding and i.received < i.amount and i.told_at is null and i.due_on < :today
                        order by i.due_on, i.id limit 1000 for update of i skip locked""").param("today", today).query(Late.class).list();
    }

    void told(List<Long> ids, Instant at) {
        database.sql("update instalment set told_at = :at where id = any(:ids)")
                .param("at", at.atOffset(ZoneOffset.UTC))
                .param("ids", ids.toArray(new Long[0]))
                .update();
    }
}
