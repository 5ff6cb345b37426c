package org.triviumcrm.sales.renewal;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Contracts whose end comes near. */
@Repository
class RenewalRepository {

    /** The paper that says when a contract ends: the newest that is signed, also before its day has come. */
    private static final String LATEST =
            "k.state = 'SIGNED' and not exists (select from contract n where n.root_id = k.root_id and n.revision > k.revision and n.state = 'SIGNED')";

    /** So many days before its end, or before the last day on which notice can be given. */
    private static final String NEAR =
            LATEST + " and k.ends_on - coalesce(k.notice_days, 0) - k.remind_days <= :today and k.ends_on >= :today";

    /** Whether it was done for this end, by this paper or one that it amends. */
    private static final String NOT_DONE =
            " and not exists (select from contract b where b.root_id = k.root_id and b.%s = k.ends_on)";

    private final JdbcClient database;

    RenewalRepository(JdbcClient database) {
        this.database = database;
    }

    /** @param noticeUntil the last day on which notice can be given */
    record Ending(
            long id,
            String label,
            String name,
            String customer,
            long customerId,
            @Nullable Long contactId,
            BigDecimal net,
            String currency,
            LocalDate endsOn,
            @Nullable LocalDate noticeUntil,
            long ownerId) {}

    /** Whose owners are to be reminded of this end. */
    List<Long> toRemind(LocalDate today) {
        return ids(NEAR + NOT_DONE.formatted("reminded_for"), today);
    }

    /** For which an opportunity to renew them is to be made. */
    List<Long> toRenew(LocalDate today) {
        return ids(NEAR + " and k.renewal = 'OPPORTUNITY'" + NOT_DONE.formatted("renewed_for"), today);
    }

    private List<Long> ids(String which, LocalDate today) {
        return database.sql("select k.id from contract k where " + which + " order by k.ends_on, k.id limit 1000")
                .param("today", today)
                .query(Long.class)
                .list();
    }

    /** Notes that its owner is reminded of this end; empty when somebody was faster, or it is not any more. */
    Optional<Ending> remind(long id) {
        return note("reminded_for", id);
    }

    /** The same for an opportunity to renew it. */
    Optional<Ending> renew(long id) {
        return note("renewed_for", id);
    }

    private Optional<Ending> note(String column, long id) {
        return database.sql("""
                        with noted as (
                            update contract k set %1$s = k.ends_on
                            where k.id = :id and k.ends_on is not null and %2$s%3$s returning k.*)
                        select k.id, k.number || case k.revision when 1 then '' else '/' || k.revision end as label, k.name, c.name as customer,
                               k.customer_id, k.contact_id, k.net, k.currency, k.ends_on, k.ends_on - k.notice_days as notice_until, k.owner_id
                        from noted k join customer c on c.id = k.customer_id""".formatted(column, LATEST, NOT_DONE.formatted(column)))
                .param("id", id)
                .query(Ending.class)
                .optional();
    }

    void renewedBy(long id, long opportunity) {
        database.sql("update contract set renewal_id = :opportunity where id = :id")
                .param("id", id)
                .param("opportunity", opportunity)
                .update();
    }
}
