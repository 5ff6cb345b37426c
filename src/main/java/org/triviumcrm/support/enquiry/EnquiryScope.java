package org.triviumcrm.support.enquiry;

import java.sql.Types;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.triviumcrm.support.portal.PortalCustomer;

/** What of tickets a customer sees, in SQL. Each statement of the portal is made of these, and of nothing that could be forgotten. */
final class EnquiryScope {

    /** Longer than a reply can be taken back. */
    private static final Duration RECENT = Duration.ofMinutes(10);

    /** Of a message m: what the customer wrote, and what has left to the customer. Never a note; nor what programs wrote. */
    static final String SAID = "(m.kind = 'INBOUND' and not m.automatic or m.kind = 'REPLY' and m.due_at <= :now)";

    private static final String TALKED_ABOUT =
            "exists (select 1 from ticket_message m where m.ticket_id = t.id and " + SAID + ")";

    /** Of a ticket t: the own ones. What a contact has had with another customer before is that one's. */
    static final String OWN = "(t.contact_id = :contact and (t.customer_id is null or t.customer_id = :customer) and "
            + TALKED_ABOUT + ")";

    /** Of a ticket t: those of the customer's company, for who may see them. */
    static final String OF_ALL = "(:whole and t.customer_id = :customer and " + TALKED_ABOUT + ")";

    static final String VISIBLE = "(" + OWN + " or " + OF_ALL + ")";

    /** Of a ticket t: what it is for the customer. While a reply can be taken back it is what it was before. */
    static final String STATUS = """
            coalesce((select r.before ->> 'status' from ticket_message r
                      where t.last_reply_at > :recent and r.ticket_id = t.id and r.kind = 'REPLY' and r.due_at > :now and r.before is not null
                      order by r.id limit 1), t.status)""";

    private EnquiryScope() {}

    /** The parameters of all of them. */
    static StatementSpec of(StatementSpec statement, PortalCustomer me, Instant now) {
        return statement
                .param("contact", me.contactId())
                .param("customer", me.customerId(), Types.BIGINT)
                .param("whole", me.wholeCustomer())
                .param("now", now.atOffset(ZoneOffset.UTC))
                .param("recent", now.minus(RECENT).atOffset(ZoneOffset.UTC));
    }
}
