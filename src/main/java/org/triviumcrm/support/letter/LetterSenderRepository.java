package org.triviumcrm.support.letter;

import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The mailbox that letters about a ticket come from. */
@Repository
class LetterSenderRepository {

    private final JdbcClient database;

    LetterSenderRepository(JdbcClient database) {
        this.database = database;
    }

    record Box(String address, String name, boolean plusAddresses) {}

    /** The one that the customer last wrote to, else one of the ticket's queue, else any: each is read. */
    Optional<Box> find(long ticketId) {
        return database.sql("""
                        select b.address, b.name, b.plus_addresses
                        from mailbox b
                        left join (
                            select i.mailbox_id from ticket_message m join inbound_mail i on i.message_id = m.id
                            where m.ticket_id = :ticket order by m.id desc limit 1) l on l.mailbox_id = b.id
                        where b.active
                        order by l.mailbox_id is null, b.queue_id <> (select queue_id from ticket where id = :ticket), b.id
                        limit 1""").param("ticket", ticketId).query(Box.class).optional();
    }
}
