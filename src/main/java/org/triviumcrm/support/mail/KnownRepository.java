package org.triviumcrm.support.mail;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What is known of what a mail names: messages, tickets, people outside, our own addresses. */
@Repository
class KnownRepository {

    private final JdbcClient database;

    KnownRepository(JdbcClient database) {
        this.database = database;
    }

    /** A ticket, where it was merged to if it was. @param ownerId its agent, null for none */
    record Place(long ticketId, boolean closed, @Nullable Long ownerId, String title) {}

    /** Who has an address. */
    record Writer(@Nullable Long contactId, @Nullable Long customerId) {}

    /** The ticket of the first of these messages that is there. */
    Optional<Long> ticketOf(Collection<String> internetIds) {
        return internetIds.isEmpty()
                ? Optional.empty()
                : database.sql("""
                        select m.ticket_id from ticket_message m where m.internet_id = any(:ids)
                        order by array_position(:ids::text[], m.internet_id::text), m.id limit 1""")
                        .param("ids", internetIds.toArray(String[]::new))
                        .query(Long.class)
                        .optional();
    }

    Optional<Place> place(long ticketId) {
        return database.sql("""
                        with recursive way (id, merged_into_id, step) as (
                            select id, merged_into_id, 1 from ticket where id = :id
                            union all
                            select t.id, t.merged_into_id, w.step + 1 from way w join ticket t on t.id = w.merged_into_id where w.step < 100)
                        select t.id as ticket_id, t.status = 'CLOSED' as closed, p.id as owner_id, '#' || t.number || ' ' || t.name as title
                        from way w join ticket t on t.id = w.id left join person p on p.id = t.owner_id and p.active
                        order by w.step desc limit 1""").param("id", ticketId).query(Place.class).optional();
    }

    /** The contact with this address, else the customer; the first of several. */
    Writer writer(String address) {
        return database.sql("""
                        select * from (
                            (select 1 as rank, k.id as contact_id, k.customer_id from contact k
                              where lower(k.email) collate "C" = lower(:address) order by k.id limit 1)
                            union all
                            (select 2, null, c.id from customer c where lower(c.email) collate "C" = lower(:address) order by c.id limit 1)) w
                        order by rank limit 1""")
                .param("address", address)
                .query(Writer.class)
                .optional()
                .orElse(new Writer(null, null));
    }

    /** Those of all mailboxes, in small letters. */
    List<String> ownAddresses() {
        return database.sql("select lower(address) from mailbox")
                .query(String.class)
                .list();
    }

    Optional<Long> ticketOfMessage(long messageId) {
        return database.sql("select ticket_id from ticket_message where id = ?")
                .param(messageId)
                .query(Long.class)
                .optional();
    }
}
