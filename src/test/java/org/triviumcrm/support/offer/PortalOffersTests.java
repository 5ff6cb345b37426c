package org.triviumcrm.support.offer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.triviumcrm.sales.quote.QuoteSample.SERVER;
import static org.triviumcrm.sales.quote.QuoteSample.line;
import static org.triviumcrm.testing.Accounts.signedIn;

import jakarta.persistence.EntityManager;
import java.security.MessageDigest;
import java.time.LocalDate;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;
import org.triviumcrm.customer.CustomerAttributes;
import org.triviumcrm.identity.Viewer;
import org.triviumcrm.sales.quote.QuoteLifeService;
import org.triviumcrm.sales.quote.QuoteSample;
import org.triviumcrm.sales.quote.QuoteService;
import org.triviumcrm.sales.quote.SaveQuote;
import org.triviumcrm.support.portal.PortalGuests;
import org.triviumcrm.testing.Accounts;
import org.triviumcrm.testing.IntegrationTest;
import org.triviumcrm.testing.SampleCompany;

/** Customers read on pages of their own what was sent to them, and agree to it. */
@IntegrationTest
class PortalOffersTests {

    @Autowired
    MockMvc mvc;

    @Autowired
    JdbcClient database;

    @Autowired
    SampleCompany company;

    @Autowired
    Accounts accounts;

    @Autowired
    QuoteService quotes;

    @Autowired
    QuoteLifeService life;

    @Autowired
    EntityManager entities;

    @Autowired
    CustomerAttributes attributes;

    private Viewer seller;
    private QuoteSample sample;
    private PortalGuests.Guest ann;
    private PortalGuests.Guest bob;

    @BeforeEach
    void twoOfOneCustomer() {
        company.found();
        seller = accounts.representative(accounts.team("West", null));
        sample = new QuoteSample(database, seller);
        sample.found();
        PortalGuests guests = new PortalGuests(database);
        guests.open();
        ann = guests.guest("Ann Lee", QuoteSample.CUSTOMER, true);
        bob = guests.guest("Bob Ray", QuoteSample.CUSTOMER, true);
    }

    @Test
    void whoeverItWasSentToAgreesToTheFile() throws Exception {
        long id = released();
        assertThat(page(ann, "/portal/quotes")).as("not sent yet").doesNotContain("Servers for Lyon");
        send(id);
        assertThat(page(ann, "/portal/quotes")).contains("Servers for Lyon", "To be decided");
        assertThat(page(bob, "/portal/quotes")).doesNotContain("Servers for Lyon");
        assertThat(page(ann, "/portal/quotes/" + id)).contains("190.00 USD", "228.00 USD", "Ann Lee");
        byte[] file = mvc.perform(get("/portal/quotes/{id}/paper.pdf", id).with(ann.signedIn()))
                .andReturn()
                .getResponse()
                .getContentAsByteArray();

        MockHttpServletResponse unticked = decide(ann, id, "acceptance", Map.of("name", "Ann Lee"));
        assertThat(unticked.getStatus()).isEqualTo(422);
        assertThat(unticked.getContentAsString()).contains("Please tick that you agree.");
        decide(ann, id, "acceptance", Map.of("name", "Ann C. Lee", "remark", "Order 4711", "agrees", "true"));
        entities.flush();

        assertThat(database.sql("select state from quote where id = " + id)
                        .query(String.class)
                        .single())
                .isEqualTo("ACCEPTED");
        assertThat(database.sql("select name || ' ' || address || ' ' || remark || ' ' || sha256 from quote_acceptance")
                        .query(String.class)
                        .single())
                .isEqualTo("Ann C. Lee 127.0.0.1 Order 4711 "
                        + HexFormat.of()
                                .formatHex(MessageDigest.getInstance("SHA-256").digest(file)));
        assertThat(quotes.events(seller, quotes.page(seller, id)).get(0).said()).isEqualTo("Ann C. Lee\nOrder 4711");
        assertThat(notices(id)).containsExactly("sales.offer.notice.opened", "sales.offer.notice.accepted");
        assertThat(mvc.perform(get("/sales/quotes/{id}", id)
                                .header("Accept-Language", "en")
                                .with(signedIn(seller)))
                        .andReturn()
                        .getResponse()
                        .getContentAsString())
                .as("inside it is to be seen who agreed to what")
                .contains("What was agreed to", "Ann C. Lee", "127.0.0.1", "Order 4711")
                .contains(database.sql("select sha256 from quote_acceptance")
                        .query(String.class)
                        .single());
        assertThat(page(ann, "/portal/quotes/" + id))
                .contains("Accepted by Ann C. Lee")
                .doesNotContain("<form method=\"post\" action=\"/portal/quotes");
        decide(ann, id, "refusal", Map.of());
        entities.flush();
        assertThat(quotes.page(seller, id).state().name()).as("once is enough").isEqualTo("ACCEPTED");
    }

    @Test
    void whatIsDeclinedSaysWhyAndWhatIsOverIsClosed() throws Exception {
        long id = released();
        send(id);
        decide(ann, id, "refusal", Map.of("remark", "Too dear"));
        entities.flush();
        assertThat(quotes.page(seller, id).state().name()).isEqualTo("DECLINED");
        assertThat(quotes.events(seller, quotes.page(seller, id)).get(0).said()).isEqualTo("Too dear");

        long over = released();
        send(over);
        database.sql("set local trivium.passage = 'TEST'").update();
        database.sql("alter table quote disable trigger quote_guard").update();
        database.sql("update quote set quoted_on = :day, valid_until = :day where id = :id")
                .param("day", LocalDate.now().minusDays(3))
                .param("id", over)
                .update();
        database.sql("alter table quote enable trigger quote_guard").update();
        entities.clear();
        assertThat(page(ann, "/portal/quotes")).contains("Expired");
        decide(ann, over, "acceptance", Map.of("name", "Ann", "agrees", "true"));
        entities.flush();
        assertThat(quotes.page(seller, over).state().name()).isEqualTo("SENT");
    }

    @Test
    void whoOpensItIsNotedAtMostOnceAnHourAndToldOnce() throws Exception {
        long id = released();
        page(ann, "/portal/quotes/" + id);
        assertThat(opened(id)).as("not sent yet").isEmpty();
        send(id);
        page(ann, "/portal/quotes");
        page(bob, "/portal/quotes/" + id);
        assertThat(opened(id))
                .as("the list is not the quote, and Bob may not see it")
                .isEmpty();
        page(ann, "/portal/quotes/" + id);
        page(ann, "/portal/quotes/" + id);
        mvc.perform(get("/portal/quotes/{id}/paper.pdf", id).with(ann.signedIn()));
        assertThat(opened(id)).containsExactly("Ann Lee");
        database.sql("update quote_event set at = at - interval '61 minutes' where kind = 'OPENED'")
                .update();
        page(ann, "/portal/quotes/" + id);
        assertThat(opened(id)).containsExactly("Ann Lee", "Ann Lee");
        assertThat(notices(id)).containsExactly("sales.offer.notice.opened");
        assertThat(mvc.perform(get("/sales/quotes/{id}", id)
                                .header("Accept-Language", "en")
                                .with(signedIn(seller)))
                        .andReturn()
                        .getResponse()
                        .getContentAsString())
                .contains("Opened by the customer");
        String events = Objects.requireNonNull(attributes
                        .behaviours(accounts.administrator(), Locale.ENGLISH)
                        .get("opened"))
                .events();
        assertThat(database.sql("select customer_id || ' ' || thing from (" + events + ") e")
                        .query(String.class)
                        .list())
                .as("segments can ask for it")
                .containsExactly(QuoteSample.CUSTOMER + " QUOTE", QuoteSample.CUSTOMER + " QUOTE");
    }

    private List<String> opened(long id) {
        return database.sql("select said from quote_event where kind = 'OPENED' and quote_id = ? order by id")
                .param(id)
                .query(String.class)
                .list();
    }

    private List<String> notices(long id) {
        return database.sql("select message from notice where person_id = ? and link = ? order by id")
                .params(seller.personId(), "/sales/quotes/" + id)
                .query(String.class)
                .list();
    }

    private long released() {
        SaveQuote quote = sample.quote(line(SERVER, "2", "95", null));
        quote.setContactId(ann.contact());
        long id = quotes.create(seller, quote);
        life.release(seller, id);
        entities.flush();
        return id;
    }

    private void send(long id) throws Exception {
        mvc.perform(post("/sales/quotes/{id}/letters", id)
                .param("address", ann.email())
                .param("subject", "Our quote")
                .param("text", "Here it is")
                .with(csrf())
                .with(signedIn(seller)));
        entities.flush();
    }

    private MockHttpServletResponse decide(PortalGuests.Guest guest, long id, String what, Map<String, String> typed)
            throws Exception {
        var request = post("/portal/quotes/{id}/" + what, id).with(csrf()).with(guest.signedIn());
        typed.forEach(request::param);
        return mvc.perform(request).andReturn().getResponse();
    }

    private String page(PortalGuests.Guest guest, String url) throws Exception {
        return mvc.perform(get(url).with(guest.signedIn()).header("Accept-Language", "en"))
                .andReturn()
                .getResponse()
                .getContentAsString();
    }
}
