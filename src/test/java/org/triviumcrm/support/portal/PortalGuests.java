package org.triviumcrm.support.portal;

import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.authentication;

import java.sql.Types;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.test.web.servlet.request.RequestPostProcessor;

/** Customers with an account in the portal, and requests as one of them. */
public final class PortalGuests {

    private final JdbcClient database;

    public PortalGuests(JdbcClient database) {
        this.database = database;
    }

    /** @param account of the portal */
    public record Guest(long account, long contact, long customer, String email) {

        /** Makes a request as this customer. */
        public RequestPostProcessor signedIn() {
            return authentication(UsernamePasswordAuthenticationToken.authenticated(
                    new SignedInCustomer(account, 1), null, List.of()));
        }
    }

    public void open() {
        database.sql(
                        "insert into portal_setting (active) values (true) on conflict (the_one) do update set active = true, agent_names = true, queue_id = null")
                .update();
    }

    public long customer(String name) {
        return number("""
                insert into customer (id, name, created_at, updated_at) values (nextval('customer_seq'), ?, now(), now()) returning id""", name);
    }

    public long contact(String name, String email, @Nullable Long customer) {
        return database.sql("""
                        insert into contact (id, name, email, customer_id, created_at, updated_at)
                        values (nextval('contact_seq'), :name, :email, :customer, now(), now()) returning id""")
                .param("name", name)
                .param("email", email)
                .param("customer", customer, Types.BIGINT)
                .query(Long.class)
                .single();
    }

    /** Somebody of a customer, who can sign in. */
    public Guest guest(String name, long customer, boolean wholeCustomer) {
        String email = name.toLowerCase().replace(' ', '.') + "@customer.example";
        long contact = contact(name, email, customer);
        long account = database.sql("""
                        insert into portal_account (id, contact_id, customer_id, name, email, password_hash, language, whole_customer, state, generation,
                            invited_at, created_at, updated_at)
                        values (nextval('portal_account_seq'), :contact, :customer, :name, :email, 'none', 'en', :whole, 'ACTIVE', 1, now(), now(), now())
                        returning id""")
                .param("contact", contact)
                .param("customer", customer)
                .param("name", name)
                .param("email", email)
                .param("whole", wholeCustomer)
                .query(Long.class)
                .single();
        return new Guest(account, contact, customer, email);
    }

    /** A ticket of this customer, in which the customer has said something with a file. */
    public long ticket(Guest guest, String name) {
        long queue = database.sql("select id from ticket_queue order by id limit 1")
                .query(Long.class)
                .optional()
                .orElseGet(() -> number("""
                        insert into ticket_queue (id, name, position, assignment, created_at, updated_at)
                        values (nextval('ticket_queue_seq'), 'Portal', 1, 'BY_HAND', now(), now()) returning id"""));
        long ticket = number("""
                insert into ticket (id, name, status, status_since, priority, channel, queue_id, customer_id, contact_id, created_at, updated_at)
                values (nextval('ticket_seq'), ?, 'OPEN', now(), 'NORMAL', 'PORTAL', ?, ?, ?, now(), now()) returning id""", name, queue, guest.customer(), guest.contact());
        word(ticket, name, "first.pdf");
        return ticket;
    }

    public void word(long ticket, String text, String file) {
        long message = number("""
                insert into ticket_message (id, ticket_id, kind, at, body) values (nextval('ticket_message_seq'), ?, 'INBOUND', now(), ?) returning id""", ticket, text);
        number("""
                insert into ticket_file (id, message_id, name, content_type, size_bytes, sha256)
                values (nextval('ticket_file_seq'), ?, ?, 'application/pdf', 0, '') returning id""", message, file);
    }

    public long number(String sql, Object... parameters) {
        return database.sql(sql).params(List.of(parameters)).query(Long.class).single();
    }
}
