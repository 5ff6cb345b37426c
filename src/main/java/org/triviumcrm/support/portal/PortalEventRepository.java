package org.triviumcrm.support.portal;

import java.sql.Types;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What happened with accounts of the portal. */
@Repository
class PortalEventRepository {

    private static final int LONGEST_BROWSER = 400;

    private final JdbcClient database;

    PortalEventRepository(JdbcClient database) {
        this.database = database;
    }

    /** Where a customer sits. */
    record Place(@Nullable String address, @Nullable String browser) {

        static final Place NONE = new Place(null, null);

        static Place of(String address, @Nullable String browser) {
            String plain = browser == null ? "" : browser.replaceAll("\\p{Cntrl}", " ");
            return new Place(address, plain.length() <= LONGEST_BROWSER ? plain : plain.substring(0, LONGEST_BROWSER));
        }
    }

    /** @param by a person of the company; null for the customer */
    void note(long accountId, PortalEventKind kind, @Nullable Long by, Place place, Instant at) {
        database.sql("""
                        insert into portal_event (account_id, at, kind, by_id, address, browser)
                        values (:account, :at, :kind, :by, :address, :browser)""")
                .param("account", accountId)
                .param("at", at.atOffset(ZoneOffset.UTC))
                .param("kind", kind.name())
                .param("by", by == null || by == 0 ? null : by, Types.BIGINT)
                .param("address", place.address(), Types.VARCHAR)
                .param("browser", place.browser(), Types.VARCHAR)
                .update();
    }

    /** Whether they have signed in from this address of the net since then. */
    boolean knows(long accountId, String address, Instant since) {
        return database.sql("""
                        select exists (select 1 from portal_event
                                       where account_id = :account and address = :address and kind = 'SIGNED_IN' and at > :since)""")
                .param("account", accountId)
                .param("address", address)
                .param("since", since.atOffset(ZoneOffset.UTC))
                .query(Boolean.class)
                .single();
    }

    /** The latest ones first. */
    List<PortalEvent> of(long accountId, int most) {
        return database.sql("""
                        select e.id, e.at, e.kind, p.name as by, e.address, e.browser
                        from portal_event e left join person p on p.id = e.by_id
                        where e.account_id = :account order by e.id desc limit :most""")
                .param("account", accountId)
                .param("most", most)
                .query((row, number) -> new PortalEvent(
                        row.getObject("at", OffsetDateTime.class).toInstant(),
                        PortalEventKind.valueOf(row.getString("kind")),
                        row.getString("by"),
                        row.getString("address")))
                .list();
    }
}
