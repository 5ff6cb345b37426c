package org.triviumcrm.architecture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.triviumcrm.testing.Accounts.signedIn;

import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.net.URI;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.sql.DataSource;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import org.triviumcrm.support.portal.PortalGuests;
import org.triviumcrm.testing.IntegrationTest;
import org.triviumcrm.testing.SampleCompany;
import org.triviumcrm.testing.Statements;

/** Every page, new ones by themselves, asks the database a fixed number of questions, however many rows there are. */
@IntegrationTest
@Import(Statements.Noted.class)
class StatementTests {

    private static final int USUAL = 8;

    /** Pages that show many things at once, or offer much to choose from. */
    private static final Map<String, Integer> MORE = Map.ofEntries(
            Map.entry("/", 25),
            Map.entry("/administration/assignment/new", 10),
            Map.entry("/administration/assignment/{id:\\d+}/edit", 12),
            Map.entry("/administration/approvals/{id}/draft", 12),
            Map.entry("/administration/approvals/{id}/trial", 12),
            Map.entry("/activities", 10),
            Map.entry("/calendar/entries/{id:\\d+}", 9),
            Map.entry("/calendar/entries/{id:\\d+}/completion", 9),
            Map.entry("/calendar/entries/{id:\\d+}/edit", 11),
            Map.entry("/administration/approvals/new", 9),
            Map.entry("/administration/approvals/{id}", 9),
            Map.entry("/administration/approvals/{id}/activation", 9),
            Map.entry("/administration/pools/{id:\\d+}/edit", 11),
            Map.entry("/administration/pipelines/new", 9),
            Map.entry("/administration/pipelines/{id:\\d+}/edit", 10),
            Map.entry("/approvals/cases/{id:\\d+}", 14),
            Map.entry("/insight/figures", 13),
            Map.entry("/sales/price-lists/new", 9),
            Map.entry("/sales/price-lists/{id:\\d+}", 9),
            Map.entry("/sales/products/new", 9),
            Map.entry("/sales/quotes/new", 10),
            Map.entry("/sales/contracts/new", 12),
            Map.entry("/sales/contracts/{id:\\d+}/payments/plan", 10),
            Map.entry("/sales/contracts/{id:\\d+}/receipts/new", 10),
            Map.entry("/sales/contracts/{id:\\d+}/payment-reminders/new", 10),
            Map.entry("/sales/contracts/{id:\\d+}", 11),
            Map.entry("/sales/contracts/{id:\\d+}/edit", 20),
            Map.entry("/sales/quotes/{id:\\d+}", 11),
            Map.entry("/sales/quotes/{id:\\d+}/edit", 20),
            Map.entry("/sales/products/{id:\\d+}/edit", 10),
            Map.entry("/administration/numbers", 17),
            Map.entry("/insight/marketing", 13),
            Map.entry("/insight/sales", 9),
            Map.entry("/insight/campaigns/{id:\\d+}/sales", 9),
            Map.entry("/insight/campaigns/{id:\\d+}/return", 9),
            Map.entry("/insight/win-loss", 12),
            Map.entry("/insight/win-loss/export.csv", 9),
            Map.entry("/insight/win-loss/export.xlsx", 9),
            Map.entry("/insight/people", 12),
            Map.entry("/insight/people/export.csv", 9),
            Map.entry("/insight/people/export.xlsx", 9),
            Map.entry("/insight/people/{id:\\d+}", 20),
            Map.entry("/sales/competitors/{id:\\d+}", 10),
            Map.entry("/administration/people/{id:\\d+}/handover", 21),
            Map.entry("/surveys/{id:\\d+}/results", 12),
            Map.entry("/surveys/{id:\\d+}/results.csv", 10),
            Map.entry("/surveys/{id:\\d+}/results.xlsx", 10),
            Map.entry("/support/tickets", 9),
            Map.entry("/support/tickets/{id:\\d+}", 9),
            Map.entry("/support/tickets/{id:\\d+}/edit", 12),
            Map.entry("/support/tickets/{id:\\d+}/fields/{field}", 11),
            Map.entry("/support/care/{id:\\d+}", 12),
            Map.entry("/support/care/{id:\\d+}/edit", 9),
            Map.entry("/marketing/mining/{id:\\d+}/training", 11),
            Map.entry("/marketing/mining/{id:\\d+}/uses/{useId:\\d+}", 11),
            Map.entry("/marketing/scores", 10),
            Map.entry("/marketing/audiences/{id:\\d+}", 9),
            Map.entry("/search", 14),
            Map.entry("/search/suggestions", 12),
            Map.entry("/administration/promises/trial", 9),
            Map.entry("/marketing/board", 9),
            Map.entry("/marketing/plans/{id:\\d+}", 12),
            Map.entry("/marketing/plans/{id:\\d+}/lines/edit", 9),
            Map.entry("/marketing/campaigns/new", 11),
            Map.entry("/marketing/campaigns/{id:\\d+}", 14),
            Map.entry("/marketing/campaigns/{id:\\d+}/costs/new", 10),
            Map.entry("/marketing/costs/{id:\\d+}/edit", 10),
            Map.entry("/marketing/campaigns/{id:\\d+}/edit", 10),
            Map.entry("/marketing/campaigns/{id:\\d+}/budget/edit", 9),
            Map.entry("/marketing/campaigns/{id:\\d+}/fields/{field}", 10),
            Map.entry("/sales/leads/{id:\\d+}/qualification", 14),
            Map.entry("/approvals/subjects/{type:[a-z_]+}/{id:\\d+}", 12),
            Map.entry("/sales/opportunities/quick", 13),
            Map.entry("/sales/board", 12),
            Map.entry("/sales/funnel", 15),
            Map.entry("/sales/forecast/accuracy", 9),
            Map.entry("/sales/funnel/accuracy", 11),
            Map.entry("/sales/quotas", 12),
            Map.entry("/sales/territories/{id:\\d+}/edit", 10),
            Map.entry("/sales/opportunities/new", 15),
            Map.entry("/sales/opportunities/{id:\\d+}", 12),
            Map.entry("/sales/opportunities/{id:\\d+}/edit", 10),
            Map.entry("/sales/opportunities/{id:\\d+}/fields/{field}", 10));

    /** The forms about a case show the case above them. */
    private static final Map<String, Integer> BELOW = Map.of("/approvals/cases/{id:\\d+}/", 13);

    private static final Set<String> NO_PAGES = Set.of(
            "/error",
            "/icons/{hash:[0-9a-f]{12}}.svg",
            "/sign-in",
            "/setup",
            "/approvals/cases/{id:\\d+}/late",
            // read on other threads
            "/chat/{key}/stream",
            // a file, asked for by its number: FilesInTalksTests
            "/chat/{key}/files",
            // only ever forwarded to
            "/approvals/needed");

    @Autowired
    MockMvc mvc;

    @Autowired
    RequestMappingHandlerMapping requestMappingHandlerMapping;

    @Autowired
    SampleCompany company;

    @Autowired
    DataSource statements;

    @Autowired
    JdbcClient database;

    @PersistenceContext
    EntityManager entities;

    /** One company for all pages, which only read; what a page notes down of its reading is taken back. */
    @Test
    void everyPageAsksAFixedNumberOfQuestions() throws Exception {
        company.found();
        company.upload(mvc);
        List<Endpoint> pages = Endpoint.all(requestMappingHandlerMapping).stream()
                .filter(endpoint -> !endpoint.writes() && !NO_PAGES.contains(endpoint.pattern()))
                .toList();
        assertThat(pages).hasSizeGreaterThan(100);

        company.grow(5);
        Map<Endpoint, List<String>> few = statementsOf(pages);
        company.grow(45);
        Map<Endpoint, List<String>> many = statementsOf(pages);

        SoftAssertions.assertSoftly(all -> few.forEach((page, asked) -> {
            all.assertThat(asked).as(page.pattern()).isNotEmpty().hasSizeLessThanOrEqualTo(most(page.pattern()));
            all.assertThat(many.get(page))
                    .as("%s with 50 rows instead of 5", page.pattern())
                    .hasSameSizeAs(asked);
        }));
    }

    /** The same of those that customers see. */
    @Test
    void pagesOfCustomersAskAFixedNumberOfQuestions() throws Exception {
        PortalGuests guests = new PortalGuests(database);
        guests.open();
        PortalGuests.Guest guest = guests.guest("Anna Bell", guests.customer("Blue Pumps"), true);
        long ticket = guests.ticket(guest, "First");
        List<String> pages = List.of(
                "/portal",
                "/portal?all=true&q=First",
                "/portal/profile",
                "/portal/surveys",
                "/portal/quotes",
                "/portal/contracts",
                "/portal/tickets/" + ticket);
        Map<String, Integer> few = new LinkedHashMap<>();
        for (String page : pages) {
            few.put(page, statementsOf(page, guest));
            assertThat(few.get(page)).as(page).isBetween(1, USUAL);
        }
        for (int i = 0; i < 30; i++) {
            guests.ticket(guest, "First of many");
            guests.word(ticket, "More", "more.pdf");
        }
        for (String page : pages) {
            assertThat(statementsOf(page, guest)).as(page).isEqualTo(few.get(page));
        }
    }

    private int statementsOf(String page, PortalGuests.Guest guest) throws Exception {
        Statements notes = (Statements) statements;
        mvc.perform(get(URI.create(page)).with(guest.signedIn())); // what is asked once and then known
        notes.take();
        MockHttpServletResponse answer = mvc.perform(get(URI.create(page)).with(guest.signedIn()))
                .andReturn()
                .getResponse();
        assertThat(answer.getStatus()).as(page).isEqualTo(200);
        assertThat(answer.getContentAsString()).as(page).doesNotContainPattern("\\?\\?[a-z]");
        return notes.take().size();
    }

    private Map<Endpoint, List<String>> statementsOf(List<Endpoint> pages) throws Exception {
        Map<Endpoint, List<String>> asked = new LinkedHashMap<>();
        for (Endpoint page : pages) {
            database.sql("savepoint page").update();
            statementsOf(page); // what is asked once and then known
            asked.put(page, statementsOf(page));
            entities.clear();
            database.sql("rollback to savepoint page").update();
        }
        return asked;
    }

    private static int most(String pattern) {
        return BELOW.entrySet().stream()
                .filter(below -> pattern.startsWith(below.getKey()))
                .map(Map.Entry::getValue)
                .findFirst()
                .orElse(MORE.getOrDefault(pattern, USUAL));
    }

    private List<String> statementsOf(Endpoint page) throws Exception {
        entities.flush();
        entities.clear();
        Statements notes = (Statements) statements;
        notes.take();
        MockHttpServletRequestBuilder request = get(page.path(company))
                .header("X-Chat-Token", SampleCompany.CHAT_TOKEN)
                .with(signedIn(company.administrator()));
        page.parameters(company).forEach(request::param);
        MockHttpServletResponse answer = mvc.perform(request).andReturn().getResponse();
        assertThat(answer.getStatus()).as(page.pattern()).isIn(200, 302);
        if (String.valueOf(answer.getContentType()).startsWith("text/")) { // the bytes of a file hold anything
            assertThat(answer.getContentAsString())
                    .as("a message is missing: %s", page.pattern())
                    .doesNotContainPattern("\\?\\?[a-z]");
        }
        return notes.take();
    }
}
