package org.triviumcrm.sales.offer;

import java.sql.Types;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.triviumcrm.customer.OfferedQuotes.Agreement;
import org.triviumcrm.customer.OfferedQuotes.Offer;

/** Reads what was sent to contacts, and keeps what they agreed to. */
@Repository
class OfferRepository {

    private static final int MOST = 100;

    private static final String SENT = """
            select q.id, q.number || case q.revision when 1 then '' else '/' || q.revision end as label, q.name, q.state,
                   q.state = 'SENT' and q.approval_case_id is null and q.valid_until >= :today as open, q.total, q.currency, q.quoted_on,
                   q.valid_until
            from quote q where q.contact_id = :contact and q.sent_at is not null and q.state in ('SENT', 'ACCEPTED', 'DECLINED', 'EXPIRED')
            """;

    private final JdbcClient database;

    OfferRepository(JdbcClient database) {
        this.database = database;
    }

    List<Offer> of(long contact, LocalDate today) {
        return database.sql(SENT + " order by q.id desc limit " + MOST)
                .param("contact", contact)
                .param("today", today)
                .query(Offer.class)
                .list();
    }

    Optional<Offer> find(long contact, long id, LocalDate today) {
        return database.sql(SENT + " and q.id = :id")
                .param("contact", contact)
                .param("id", id)
                .param("today", today)
                .query(Offer.class)
                .optional();
    }

    Optional<Agreement> agreement(long id) {
        return database.sql("select at, name, sha256 from quote_acceptance where quote_id = :id")
                .param("id", id)
                .query(Agreement.class)
                .optional();
    }

    void agree(long id, long contact, String name, @Nullable String remark, String address, String sha256, Instant at) {
        database.sql("""
                        insert into quote_acceptance (quote_id, at, name, contact_id, address, remark, sha256)
                        values (:id, :at, :name, :contact, :address, :remark, :hash)""")
                .param("id", id)
                .param("at", at.atOffset(ZoneOffset.UTC))
                .param("name", name)
                .param("contact", contact)
                .param("address", address)
                .param("remark", remark, Types.VARCHAR)
                .param("hash", sha256)
                .update();
    }
}
