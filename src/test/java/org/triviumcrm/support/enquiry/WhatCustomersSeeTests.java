package org.triviumcrm.support.enquiry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;

import java.net.URI;
import java.sql.Types;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;
import org.triviumcrm.identity.Viewer;
import org.triviumcrm.support.portal.PortalGuests;
import org.triviumcrm.support.portal.PortalGuests.Guest;
import org.triviumcrm.testing.Accounts;
import org.triviumcrm.testing.IntegrationTest;

/** What customers read in the portal, over all kinds of messages and tickets there can be; and what never. */
@IntegrationTest
class WhatCustomersSeeTests {

    /** Stands in each text that this customer may not read. */
    private static final String SECRET = "Qzsecret";

    private static final String SEEN = "Readable";

    @Autowired
    MockMvc mvc;

    @Autowired
    JdbcClient database;

    @Autowired
    Accounts accounts;

    private PortalGuests guests;
    private Guest anna;
    private Guest boss;
    private Viewer agent;
    private long queue;

    @BeforeEach
    void aCustomer() {
        guests = new PortalGuests(database);
        guests.open();
        long customer = guests.customer("Blue Pumps");
        anna = guests.guest("Anna Bell", customer, false);
        boss = guests.guest("Bob Boss", customer, true);
        agent = accounts.serviceAgent();
        queue = guests.number("""
                insert into ticket_queue (id, name, position, assignment, created_at, updated_at)
                values (nextval('ticket_queue_seq'), 'Qzsecret queue', 1, 'BY_HAND', now(), now()) returning id""");
    }

    /** Every kind in every state, in every status, with a file each. */
    @Test
    void notesAndWhatHasNotLeftNeverLeak() throws Exception {
        for (String status : List.of("NEW", "OPEN", "PENDING", "ON_HOLD", "SOLVED", "CLOSED")) {
            long ticket = ticket(SEEN + " " + status, status, anna.customer(), anna.contact());
            List<Long> files = new ArrayList<>();
            List<Long> hidden = new ArrayList<>();
            for (String kind : List.of("INBOUND", "REPLY", "NOTE")) {
                for (boolean automatic : new boolean[] {false, true}) {
                    for (String due : kind.equals("REPLY")
                            ? List.of("- interval '1 hour'", "+ interval '50 seconds'", "+ interval '2 minutes'")
                            : List.of("")) {
                        for (boolean delivered : new boolean[] {false, true}) {
                            boolean seen =
                                    kind.equals("INBOUND") && !automatic || kind.equals("REPLY") && due.startsWith("-");
                            long message = message(ticket, kind, automatic, due, delivered, seen ? SEEN : SECRET);
                            (seen ? files : hidden).add(file(message, seen ? SEEN : SECRET));
                        }
                    }
                }
            }
            String page = page(anna, ticket);
            assertThat(page).as(status).doesNotContain(SECRET);
            assertThat(page.split("class=\"said\"", -1))
                    .as("all that may be read: %s", status)
                    .hasSize(1 + files.size());
            for (long file : files) {
                assertThat(answer(anna, "/portal/tickets/" + ticket + "/files/" + file)
                                .getStatus())
                        .isEqualTo(200);
            }
            for (long file : hidden) {
                assertThat(answer(anna, "/portal/tickets/" + ticket + "/files/" + file)
                                .getStatus())
                        .isEqualTo(404);
            }
        }
        assertThat(list(anna, "?over=true")).contains(SEEN + " CLOSED").doesNotContain(SECRET);
    }

    /** While a reply can be taken back, what it makes of the ticket is not told either. */
    @Test
    void theStatusIsToldWithTheReplyThatMakesIt() throws Exception {
        long ticket = ticket(SEEN, "SOLVED", anna.customer(), anna.contact());
        message(ticket, "INBOUND", false, "", false, SEEN);
        long reply = message(ticket, "REPLY", false, "+ interval '50 seconds'", false, SECRET);
        database.sql("update ticket_message set before = '{\"status\": \"ON_HOLD\"}' where id = ?")
                .param(reply)
                .update();
        database.sql("update ticket set last_reply_at = now() where id = ?")
                .param(ticket)
                .update();
        assertThat(page(anna, ticket)).contains("We are at it").doesNotContain("Solved", SECRET);
        assertThat(list(anna, "")).contains(SEEN, "We are at it");
        database.sql("update ticket_message set due_at = now() - interval '1 second', body = 'Out now' where id = ?")
                .param(reply)
                .update();
        assertThat(page(anna, ticket)).contains("Solved", "Out now");
        assertThat(list(anna, "")).doesNotContain(SEEN);
    }

    @Test
    void eachSeesTheOwnOnesAndWhoMaySeesThoseOfTheCompany() throws Exception {
        long own = spoken(ticket("Own one", "OPEN", anna.customer(), anna.contact()));
        long lone = spoken(ticket("Without a customer", "OPEN", null, anna.contact()));
        long boss1 = spoken(ticket("Of the boss", "OPEN", boss.customer(), boss.contact()));
        long nobodys = spoken(ticket("Of nobody in particular", "OPEN", anna.customer(), null));
        long elsewhere = spoken(ticket(SECRET + " elsewhere", "OPEN", guests.customer("Red Pumps"), anna.contact()));
        long silent = ticket(SECRET + " silent", "OPEN", anna.customer(), anna.contact());
        message(silent, "NOTE", false, "", false, SECRET);

        assertThat(list(anna, ""))
                .contains("Own one", "Without a customer")
                .doesNotContain("Of the boss", "Of nobody", SECRET);
        assertThat(list(anna, "?all=true")).as("may not").doesNotContain("Of the boss", "Of nobody", SECRET);
        assertThat(list(boss, "")).contains("Of the boss").doesNotContain("Own one", SECRET);
        assertThat(list(boss, "?all=true"))
                .contains("Own one", "Of the boss", "Of nobody", "Anna Bell")
                .doesNotContain(SECRET, "Without");
        assertThat(statuses(anna, own, lone, boss1, nobodys, elsewhere, silent))
                .containsExactly(200, 200, 404, 404, 404, 404);
        assertThat(statuses(boss, own, lone, boss1, nobodys, elsewhere, silent))
                .containsExactly(200, 404, 200, 200, 404, 404);
        assertThat(list(anna, "?q=own")).contains("Own one").doesNotContain("Without");
        assertThat(list(anna, "?q=bell")).as("what is found stands there").doesNotContain("Own one");
        String number = database.sql("select number::text from ticket where id = ?")
                .param(own)
                .query(String.class)
                .single();
        assertThat(list(anna, "?q=%23" + number)).contains("Own one");
    }

    @Test
    void agentsAreNamedAsTheCompanyWants() throws Exception {
        long ticket = spoken(ticket(SEEN, "OPEN", anna.customer(), anna.contact()));
        message(ticket, "REPLY", false, "- interval '1 hour'", false, SEEN);
        assertThat(page(anna, ticket)).contains(agent.name());
        database.sql("update portal_setting set agent_names = false").update();
        assertThat(page(anna, ticket)).doesNotContain(agent.name());
    }

    /** The one into which a ticket was merged shows its words, to whom that one belongs. */
    @Test
    void aMergedTicketLeadsToTheOtherOne() throws Exception {
        long into = spoken(ticket("The other one", "OPEN", anna.customer(), anna.contact()));
        long from = ticket("Merged", "CLOSED", anna.customer(), anna.contact());
        database.sql("update ticket set merged_into_id = ? where id = ?")
                .params(into, from)
                .update();
        assertThat(answer(anna, "/portal/tickets/" + from).getHeader("Location"))
                .isEqualTo("/portal/tickets/" + into);
        database.sql("update ticket set contact_id = ? where id = ?")
                .params(boss.contact(), into)
                .update();
        assertThat(answer(anna, "/portal/tickets/" + into).getStatus()).isEqualTo(404);
    }

    @Test
    void longListsAndLongTalksComeInParts() throws Exception {
        for (int i = 0; i < 30; i++) {
            spoken(ticket("Ticket " + i + ".", "OPEN", anna.customer(), anna.contact()));
        }
        long talk = ticket("Long one", "OPEN", anna.customer(), anna.contact());
        for (int i = 0; i < 60; i++) {
            message(talk, i % 2 == 0 ? "INBOUND" : "REPLY", false, "- interval '1 hour'", false, "Word " + i + ".");
        }
        String first = list(anna, "");
        assertThat(first).contains("Ticket 29.", "Earlier ones").doesNotContain("Ticket 3.");
        String next = first.replaceAll("(?s).*href=\"(/portal\\?before=\\d+)\".*", "$1");
        assertThat(list(anna, next.substring("/portal".length())))
                .contains("Ticket 3.", "Ticket 0.")
                .doesNotContain("Ticket 29.", "Earlier ones");
        String page = page(anna, talk);
        assertThat(page).contains("Word 59.").doesNotContain("Word 9.");
        String earlier = page.replaceAll("(?s).*href=\"(/portal/tickets/\\d+\\?before=\\d+)\".*", "$1");
        assertThat(answer(anna, earlier).getContentAsString())
                .contains("Word 9.", "Word 0.")
                .doesNotContain("Word 59.");
    }

    private List<Integer> statuses(Guest guest, long... tickets) throws Exception {
        List<Integer> statuses = new ArrayList<>();
        for (long ticket : tickets) {
            statuses.add(answer(guest, "/portal/tickets/" + ticket).getStatus());
        }
        return statuses;
    }

    private long ticket(String name, String status, @Nullable Long customer, @Nullable Long contact) {
        return database.sql("""
                        insert into ticket (id, name, status, status_since, solved_at, priority, channel, queue_id, owner_id, customer_id, contact_id, reference,
                            created_at, updated_at)
                        values (nextval('ticket_seq'), :name, :status, now(), case when :status in ('SOLVED', 'CLOSED') then now() end, 'URGENT', 'PHONE',
                            :queue, :owner, :customer, :contact, :reference, now(), now()) returning id""")
                .param("name", name)
                .param("status", status)
                .param("queue", queue)
                .param("owner", agent.personId())
                .param("customer", customer, Types.BIGINT)
                .param("contact", contact, Types.BIGINT)
                .param("reference", SECRET + " " + System.nanoTime())
                .query(Long.class)
                .single();
    }

    private long spoken(long ticket) {
        message(ticket, "INBOUND", false, "", false, SEEN);
        return ticket;
    }

    /** @param due of a reply, from now */
    private long message(long ticket, String kind, boolean automatic, String due, boolean delivered, String text) {
        return database.sql("""
                        insert into ticket_message (id, ticket_id, kind, at, author_id, body, automatic, due_at, delivery)
                        values (nextval('ticket_message_seq'), :ticket, :kind, now(), :author, :text, :automatic, case when :kind = 'REPLY' then now() %s end,
                            :delivery) returning id""".formatted(due))
                .param("ticket", ticket)
                .param("kind", kind)
                .param("author", kind.equals("INBOUND") ? null : agent.personId(), Types.BIGINT)
                .param("text", text)
                .param("automatic", automatic)
                .param("delivery", delivered && kind.equals("REPLY") ? "NO_ADDRESS" : null, Types.VARCHAR)
                .query(Long.class)
                .single();
    }

    private long file(long message, String name) {
        return guests.number("""
                insert into ticket_file (id, message_id, name, content_type, size_bytes, sha256)
                values (nextval('ticket_file_seq'), ?, ?, 'application/pdf', 0, '') returning id""", message, name + ".pdf");
    }

    private String page(Guest guest, long ticket) throws Exception {
        MockHttpServletResponse answer = answer(guest, "/portal/tickets/" + ticket);
        assertThat(answer.getStatus()).isEqualTo(200);
        return answer.getContentAsString();
    }

    private String list(Guest guest, String query) throws Exception {
        return answer(guest, "/portal" + query).getContentAsString();
    }

    private MockHttpServletResponse answer(Guest guest, String address) throws Exception {
        return mvc.perform(get(URI.create(address)).with(guest.signedIn()))
                .andReturn()
                .getResponse();
    }
}
