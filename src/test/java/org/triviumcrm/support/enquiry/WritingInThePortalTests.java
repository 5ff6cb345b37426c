package org.triviumcrm.support.enquiry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.multipart;
import static org.triviumcrm.testing.Accounts.signedIn;

import jakarta.persistence.EntityManager;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockMultipartHttpServletRequestBuilder;
import org.triviumcrm.identity.Viewer;
import org.triviumcrm.support.portal.PortalGuests;
import org.triviumcrm.support.portal.PortalGuests.Guest;
import org.triviumcrm.testing.Accounts;
import org.triviumcrm.testing.IntegrationTest;

/** Customers write in the portal: to agents it is the same as a mail. */
@IntegrationTest
class WritingInThePortalTests {

    @Autowired
    MockMvc mvc;

    @Autowired
    JdbcClient database;

    @Autowired
    Accounts accounts;

    @Autowired
    EntityManager entities;

    private PortalGuests guests;
    private Guest anna;
    private Viewer agent;
    private long queue;

    @BeforeEach
    void aCustomer() {
        guests = new PortalGuests(database);
        guests.open();
        anna = guests.guest("Anna Bell", guests.customer("Blue Pumps"), false);
        agent = accounts.serviceAgent();
        queue = guests.number("""
                insert into ticket_queue (id, name, position, assignment, created_at, updated_at)
                values (nextval('ticket_queue_seq'), 'Portal', -1, 'BY_HAND', now(), now()) returning id""");
        database.sql("insert into ticket_queue_member (queue_id, person_id) values (?, ?)")
                .params(queue, agent.personId())
                .update();
    }

    @Test
    void aNewTicketIsTheirsWithWhatItsTypeAsks() throws Exception {
        long type = type("Leaks", true);
        long other = type("Qzinternal", false);
        long asked = question(type, "Serial number", true);

        String page = page("/portal/tickets/new?type=" + type);
        assertThat(page).contains("Leaks", "Serial number");
        assertThat(answer("/portal/tickets/new?type=" + other).getStatus()).isEqualTo(404);
        assertThat(page("/portal/tickets/new")).contains("Leaks").doesNotContain("Qzinternal");

        MockHttpServletResponse refused =
                send("/portal/tickets", Map.of("typeId", "" + type, "name", "", "text", "It drips"));
        assertThat(refused.getStatus()).isEqualTo(422);
        assertThat(refused.getContentAsString()).contains("Enter a subject.", "Please answer this.", "It drips");
        assertThat(send("/portal/tickets", Map.of("typeId", "" + other, "name", "Sneaky", "text", "Hello"))
                        .getStatus())
                .isEqualTo(404);
        assertThat(send(
                                "/portal/tickets",
                                Map.of("typeId", "" + type, "name", "Drips", "text", "x", "answer-" + asked, "7"),
                                file("run.exe", "MZ"))
                        .getStatus())
                .isEqualTo(422);

        MockHttpServletResponse sent = send(
                "/portal/tickets",
                Map.of(
                        "typeId",
                        "" + type,
                        "name",
                        "Pump drips",
                        "text",
                        "It drips <b>all</b> day",
                        "answer-" + asked,
                        "P-77"),
                file("drip.pdf", "%PDF-1.4"));
        long id = id(sent);
        Map<String, Object> ticket = database.sql("select * from ticket where id = ?")
                .param(id)
                .query()
                .singleRow();
        assertThat(ticket)
                .containsEntry("name", "Pump drips")
                .containsEntry("channel", "PORTAL")
                .containsEntry("status", "NEW")
                .containsEntry("contact_id", anna.contact())
                .containsEntry("customer_id", anna.customer())
                .containsEntry("requester_email", anna.email())
                .containsEntry("queue_id", queue);
        assertThat(page("/portal/tickets/" + id))
                .contains(
                        "Pump drips", "P-77", "It drips &lt;b&gt;all&lt;/b&gt; day", "drip.pdf", "We are at it", "You");
        assertThat(inside(id)).contains("Pump drips", "Anna Bell", "P-77", "drip.pdf");
        assertThat(events(id)).containsExactly("OPENED");
    }

    @Test
    void anAnswerOpensTheTicketAgainStartsTheClockAndTellsItsAgent() throws Exception {
        long id = ticket();
        make(id, "SOLVED");
        assertThat(send("/portal/tickets/" + id + "/messages", Map.of("text", " "))
                        .getStatus())
                .isEqualTo(422);
        MockHttpServletResponse sent = send(
                "/portal/tickets/" + id + "/messages", Map.of("text", "It drips again"), file("again.pdf", "%PDF-1.4"));
        assertThat(id(sent)).isEqualTo(id);
        Map<String, Object> ticket = row(id);
        assertThat(ticket).containsEntry("status", "OPEN").containsEntry("reopenings", 1);
        assertThat(ticket.get("waiting_since")).isNotNull();
        assertThat(events(id)).endsWith("INBOUND", "STATUS");
        assertThat(page("/portal/tickets/" + id)).contains("It drips again", "again.pdf");
        assertThat(inside(id)).contains("It drips again", "again.pdf");
        assertThat(notices()).containsExactly("support.portal.notice.answered");
        assertThat(database.sql(
                                "select author_name || ' ' || author_email from ticket_message where ticket_id = ? order by id desc limit 1")
                        .param(id)
                        .query(String.class)
                        .single())
                .isEqualTo("Anna Bell " + anna.email());
    }

    @Test
    void whatIsClosedIsGoneOnWithInAnotherOne() throws Exception {
        long id = ticket();
        make(id, "CLOSED");
        long next = id(send("/portal/tickets/" + id + "/messages", Map.of("text", "Once more")));
        assertThat(next).isNotEqualTo(id);
        assertThat(row(next)).containsEntry("follows_id", id).containsEntry("name", "Drips");
        assertThat(row(id)).containsEntry("status", "CLOSED");
        assertThat(page("/portal/tickets/" + next)).contains("Once more");
        assertThat(send("/portal/tickets/" + id + "/reopening", Map.of()).getStatus())
                .isEqualTo(302);
        assertThat(row(id)).containsEntry("status", "CLOSED");
    }

    @Test
    void theySayThatItIsSolvedOrNotAndRateIt() throws Exception {
        long id = ticket();
        send("/portal/tickets/" + id + "/rating", Map.of("satisfaction", "5"));
        assertThat(row(id)).containsEntry("satisfaction", null);
        send("/portal/tickets/" + id + "/solution", Map.of());
        assertThat(row(id)).containsEntry("status", "SOLVED");
        send("/portal/tickets/" + id + "/reopening", Map.of());
        assertThat(row(id)).containsEntry("status", "OPEN").containsEntry("reopenings", 1);
        send("/portal/tickets/" + id + "/solution", Map.of());
        assertThat(notices())
                .containsExactly(
                        "support.portal.notice.solved",
                        "support.portal.notice.reopened",
                        "support.portal.notice.solved");
        for (String wrong : List.of("0", "6", "x", "")) {
            send("/portal/tickets/" + id + "/rating", Map.of("satisfaction", wrong));
            assertThat(row(id)).containsEntry("satisfaction", null);
        }
        send("/portal/tickets/" + id + "/rating", Map.of("satisfaction", "4"));
        assertThat(row(id)).containsEntry("satisfaction", 4);
        assertThat(page("/portal/tickets/" + id)).contains("value=\"4\" aria-pressed=\"true\"");
        assertThat(inside(id)).contains("Satisfaction");
    }

    @Test
    void articlesForEverybodyAreSuggestedAsLongAsThereIsAPublicSite() throws Exception {
        database.sql("insert into help_site (active) values (true) on conflict (the_one) do update set active = true")
                .update();
        long category = guests.number("""
                insert into article_category (id, name_en, position, created_at, updated_at) values (nextval('article_category_seq'), 'Faults', 1, now(), now())
                returning id""");
        article(category, "Leaking pumps", "PUBLIC");
        article(category, "Leaking pumps Qzinternal", "INTERNAL");
        assertThat(page("/portal/suggestions?q=leaking"))
                .contains("Leaking pumps", "/help/en/articles/")
                .doesNotContain("Qzinternal");
        assertThat(page("/portal/suggestions?q=")).isBlank();
        database.sql("update help_site set active = false").update();
        assertThat(page("/portal/suggestions?q=leaking")).isBlank();
    }

    private void article(long category, String title, String audience) {
        long id = guests.number("""
                insert into article (id, name, main_language, article_category_id, audience, state, owner_id, created_at, updated_at)
                values (nextval('article_seq'), ?, 'EN', ?, ?, 'PUBLISHED', ?, now(), now()) returning id""", title, category, audience, agent.personId());
        long text = guests.number("""
                insert into article_text (id, article_id, language, title, body, state, written_at, checked_at, created_at, updated_at)
                values (nextval('article_text_seq'), ?, 'EN', ?, 'Words', 'PUBLISHED', now(), now(), now(), now()) returning id""", id, title);
        database.sql("""
                        insert into article_published (text_id, article_id, language, title, body, plain, document, published_at)
                        select t.id, t.article_id, t.language, t.title, t.body, t.body, to_tsvector('english', t.title || ' ' || t.body), now()
                        from article_text t where t.id = ?""").param(text).update();
    }

    private long ticket() throws Exception {
        long id = id(send("/portal/tickets", Map.of("name", "Drips", "text", "It drips")));
        database.sql("update ticket set owner_id = ? where id = ?")
                .params(agent.personId(), id)
                .update();
        entities.clear();
        return id;
    }

    private void make(long id, String status) {
        entities.flush();
        database.sql("update ticket set status = :status, solved_at = now(), waiting_since = null where id = :id")
                .param("status", status)
                .param("id", id)
                .update();
        entities.clear();
    }

    private long type(String name, boolean open) {
        return guests.number("""
                insert into ticket_type (id, name, position, open, created_at, updated_at)
                values (nextval('ticket_type_seq'), ?, 9, ?, now(), now()) returning id""", name, open);
    }

    private long question(long type, String name, boolean required) {
        return guests.number("""
                insert into ticket_type_field (id, type_id, position, name, kind, required) values (nextval('ticket_type_field_seq'), ?, 1, ?, 'TEXT', ?)
                returning id""", type, name, required);
    }

    private Map<String, Object> row(long id) {
        entities.flush();
        return database.sql(
                        "select status, reopenings, waiting_since, follows_id, name, satisfaction::int as satisfaction from ticket where id = ?")
                .param(id)
                .query()
                .singleRow();
    }

    private List<String> events(long id) {
        return database.sql("select kind from ticket_event where ticket_id = ? order by id")
                .param(id)
                .query(String.class)
                .list();
    }

    private List<String> notices() {
        return database.sql("select message from notice where person_id = ? order by id")
                .param(agent.personId())
                .query(String.class)
                .list();
    }

    private static long id(MockHttpServletResponse sent) {
        assertThat(sent.getHeader("Location")).startsWith("/portal/tickets/");
        return Long.parseLong(sent.getHeader("Location").substring("/portal/tickets/".length()));
    }

    private static MockMultipartFile file(String name, String content) {
        return new MockMultipartFile("files", name, "application/octet-stream", content.getBytes());
    }

    private String inside(long id) throws Exception {
        return mvc.perform(get("/support/tickets/" + id).with(signedIn(agent)))
                .andReturn()
                .getResponse()
                .getContentAsString();
    }

    private String page(String address) throws Exception {
        MockHttpServletResponse answer = answer(address);
        assertThat(answer.getStatus()).isEqualTo(200);
        return answer.getContentAsString();
    }

    private MockHttpServletResponse answer(String address) throws Exception {
        entities.clear();
        return mvc.perform(get(address).with(anna.signedIn())).andReturn().getResponse();
    }

    private MockHttpServletResponse send(String address, Map<String, String> fields, MockMultipartFile... files)
            throws Exception {
        MockMultipartHttpServletRequestBuilder request = multipart(address);
        for (MockMultipartFile file : files) {
            request.file(file);
        }
        fields.forEach(request::param);
        MockHttpServletResponse answer = mvc.perform(
                        request.with(anna.signedIn()).with(csrf()))
                .andReturn()
                .getResponse();
        entities.flush();
        entities.clear();
        return answer;
    }
}
