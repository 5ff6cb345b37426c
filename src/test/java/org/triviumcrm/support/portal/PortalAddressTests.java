package org.triviumcrm.support.portal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.triviumcrm.testing.Accounts.signedIn;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpMethod;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.AbstractMockHttpServletRequestBuilder;
import org.springframework.test.web.servlet.request.MockMvcRequestBuilders;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import org.triviumcrm.support.portal.PortalGuests.Guest;
import org.triviumcrm.testing.Accounts;
import org.triviumcrm.testing.IntegrationTest;

/** Every address of the portal, new ones by themselves: who gets in, and that nobody gets to what is somebody else's. */
@IntegrationTest
class PortalAddressTests {

    /** What nobody needs to sign in for. */
    private static final Set<String> OPEN = Set.of(
            "/portal/sign-in",
            "/portal/sign-in/refused",
            "/portal/expired",
            "/portal/forgotten",
            "/portal/keys/{key:[A-Za-z0-9_-]{43}}");

    /** Addresses without a record in them, which give what is the customer's own. */
    private static final Set<String> OWN = Set.of(
            "/portal",
            "/portal/profile",
            "/portal/profile/password",
            "/portal/tickets",
            "/portal/tickets/new",
            "/portal/surveys",
            "/portal/quotes",
            "/portal/contracts",
            "/portal/suggestions");

    private static final String NOTHING = "/portal/**";

    private static final List<String> HEADERS = List.of(
            "Content-Security-Policy", "X-Content-Type-Options", "X-Frame-Options", "Referrer-Policy", "Cache-Control");

    @Autowired
    MockMvc mvc;

    @Autowired
    JdbcClient database;

    @Autowired
    Accounts accounts;

    @Autowired
    RequestMappingHandlerMapping requestMappingHandlerMapping;

    private Guest guest;
    private long othersTicket;
    private long othersFile;
    private long othersQuote;
    private long othersContract;

    /** An address with a method. */
    private record Address(HttpMethod method, String pattern) {}

    @BeforeEach
    void twoCustomers() {
        PortalGuests guests = new PortalGuests(database);
        guests.open();
        guest = guests.guest("Anna Bell", guests.customer("Blue Pumps"), true);
        Guest other = guests.guest("Otto Other", guests.customer("Red Pumps"), false);
        long queue = guests.number("""
                insert into ticket_queue (id, name, position, assignment, created_at, updated_at)
                values (nextval('ticket_queue_seq'), 'Portal', 1, 'BY_HAND', now(), now()) returning id""");
        othersTicket = guests.number("""
                insert into ticket (id, name, status, status_since, solved_at, priority, channel, queue_id, customer_id, contact_id, created_at, updated_at)
                values (nextval('ticket_seq'), 'Qzsecret', 'SOLVED', now(), now(), 'NORMAL', 'PORTAL', ?, ?, ?, now(), now()) returning id""", queue, other.customer(), other.contact());
        long message = guests.number("""
                insert into ticket_message (id, ticket_id, kind, at, body) values (nextval('ticket_message_seq'), ?, 'INBOUND', now(), 'Qzsecret')
                returning id""", othersTicket);
        othersFile = guests.number("""
                insert into ticket_file (id, message_id, name, content_type, size_bytes, sha256)
                values (nextval('ticket_file_seq'), ?, 'Qzsecret.pdf', 'application/pdf', 0, '') returning id""", message);
        othersQuote = guests.number(
                """
                insert into quote (id, number, revision, root_id, name, customer_id, contact_id, language, currency, gross, quoted_on, valid_until,
                    discount_kind, discount_value, state, state_since, released_at, sent_at, owner_id, created_at, updated_at)
                values (nextval('quote_seq'), 'Q-Qzsecret', 1, 0, 'Qzsecret', ?, ?, 'en', 'USD', false, current_date, current_date + 9,
                    'PERCENT', 0, 'SENT', now(), now(), now(), ?, now(), now()) returning id""",
                other.customer(),
                other.contact(),
                accounts.representative(null).personId());
        othersContract = guests.number(
                """
                insert into contract (id, number, revision, root_id, name, customer_id, contact_id, language, currency, gross, dated_on, starts_on,
                    renewal, remind_days, discount_kind, discount_value, state, state_since, released_at, signed_on, base_gain, owner_id, created_at,
                    updated_at)
                select x.id, 'C-Qzsecret', 1, x.id, 'Qzsecret', ?, ?, 'en', 'USD', false, current_date, current_date,
                    'NONE', 30, 'PERCENT', 0, 'SIGNED', now(), now(), current_date, 0, ?, now(), now() from nextval('contract_seq') as x (id)
                returning id""",
                other.customer(),
                other.contact(),
                accounts.representative(null).personId());
    }

    private List<Address> addresses() {
        List<Address> addresses = new ArrayList<>();
        requestMappingHandlerMapping.getHandlerMethods().forEach((mapping, handler) -> {
            Set<RequestMethod> methods = mapping.getMethodsCondition().getMethods();
            for (String pattern : mapping.getPatternValues()) {
                if (pattern.equals("/portal") || pattern.startsWith("/portal/")) {
                    (methods.isEmpty() ? Set.of(RequestMethod.GET, RequestMethod.POST) : methods)
                            .forEach(method -> addresses.add(new Address(method.asHttpMethod(), pattern)));
                }
            }
        });
        return addresses;
    }

    private List<Address> closed() {
        return addresses().stream()
                .filter(address -> !OPEN.contains(address.pattern()))
                .toList();
    }

    private List<Address> aboutRecords() {
        return closed().stream()
                .filter(address ->
                        !OWN.contains(address.pattern()) && !address.pattern().equals(NOTHING))
                .toList();
    }

    @Test
    void theListsNameWhatIsThere() {
        Set<String> there = addresses().stream().map(Address::pattern).collect(Collectors.toCollection(TreeSet::new));
        assertThat(there).containsAll(OPEN).containsAll(OWN).contains(NOTHING);
        assertThat(aboutRecords())
                .as("each names a ticket, a quote or a contract")
                .isNotEmpty()
                .allMatch(address -> address.pattern().matches("/portal/(tickets|quotes|contracts)/\\{id:.*"));
    }

    @Test
    void whoeverIsNotSignedInToThePortalIsLedToItsSignIn() throws Exception {
        for (Address address : closed()) {
            assertThat(answer(request(address).with(csrf())).getHeader("Location"))
                    .as("nobody: %s", address)
                    .isEqualTo("/portal/sign-in");
            assertThat(answer(request(address)
                                    .with(signedIn(accounts.administrator()))
                                    .with(csrf()))
                            .getHeader("Location"))
                    .as("an administrator of the company: %s", address)
                    .isEqualTo("/portal/sign-in");
            MockHttpServletResponse part = answer(request(address).with(csrf()).header("HX-Request", "true"));
            assertThat(part.getStatus()).isEqualTo(401);
            assertThat(part.getContentAsString()).isEmpty();
        }
    }

    @Test
    void noAddressInsideIsReachedByACustomer() throws Exception {
        int tried = 0;
        for (var mapping : requestMappingHandlerMapping.getHandlerMethods().keySet()) {
            for (String pattern : mapping.getPatternValues()) {
                if (pattern.matches(
                        "/(portal|help|chat|survey|calendar/feed|error|setup|icons|sign-in|leads/capture)(/.*)?")) {
                    continue;
                }
                String path = pattern.replaceAll("\\{[^{}]*(\\{[^{}]*}[^{}]*)*}", "1");
                MockHttpServletResponse answer =
                        answer(MockMvcRequestBuilders.get(path).with(guest.signedIn()));
                assertThat(answer.getStatus()).as(path).isEqualTo(302);
                assertThat(answer.getHeader("Location")).as(path).isEqualTo("/sign-in");
                tried++;
            }
        }
        assertThat(tried).isGreaterThan(200);
    }

    @Test
    void nothingIsWrittenWithoutTheTokenOfThePage() throws Exception {
        for (Address address : addresses()) {
            if (address.method() == HttpMethod.POST) {
                MockHttpServletResponse answer = answer(request(address).with(guest.signedIn()));
                assertThat(answer.getForwardedUrl()).as(address.toString()).isEqualTo("/portal/expired");
            }
        }
    }

    /** The same as what is not there at all. */
    @Test
    void whatIsSomebodyElsesIsNotThere() throws Exception {
        for (Address address : aboutRecords()) {
            MockHttpServletResponse answer =
                    answer(request(address).with(guest.signedIn()).with(csrf()));
            assertThat(answer.getStatus()).as(address.toString()).isEqualTo(404);
            assertThat(answer.getContentAsString()).doesNotContain("Qzsecret");
        }
        for (String list : List.of(
                "/portal/quotes",
                "/portal/contracts",
                "/portal?all=true&over=true",
                "/portal?q=Qzsecret",
                "/portal?over=true&before=" + (othersTicket + 1))) {
            assertThat(answer(MockMvcRequestBuilders.get(list).with(guest.signedIn()))
                            .getContentAsString()
                            .replaceAll("(value=\"|q=)Qzsecret", ""))
                    .as(list)
                    .contains("Anna Bell")
                    .doesNotContain("Qzsecret");
        }
        assertThat(answer(MockMvcRequestBuilders.get("/portal/no/such/page").with(guest.signedIn()))
                        .getStatus())
                .isEqualTo(404);
    }

    private AbstractMockHttpServletRequestBuilder<?> request(Address address) {
        String path = address.pattern()
                .replace("quotes/{id:\\d+}", "quotes/" + othersQuote)
                .replace("contracts/{id:\\d+}", "contracts/" + othersContract)
                .replace("{id:\\d+}", Long.toString(othersTicket))
                .replace("{fileId:\\d+}", Long.toString(othersFile))
                .replace("{key:[A-Za-z0-9_-]{43}}", "0123456789012345678901234567890123456789012")
                .replace("**", "nothing");
        assertThat(path).as("say what this is").doesNotContain("{");
        AbstractMockHttpServletRequestBuilder<?> request = MockMvcRequestBuilders.request(address.method(), path);
        if (address.method() == HttpMethod.POST) {
            request.param("text", "Something")
                    .param("satisfaction", "5")
                    .param("name", "Something")
                    .param("agrees", "true");
        }
        return request;
    }

    private MockHttpServletResponse answer(AbstractMockHttpServletRequestBuilder<?> request) throws Exception {
        MockHttpServletResponse answer =
                mvc.perform(request.header("Accept-Language", "en")).andReturn().getResponse();
        assertThat(answer.getHeaderNames()).containsAll(HEADERS);
        assertThat(answer.getHeader("Content-Security-Policy"))
                .contains("default-src 'self'")
                .doesNotContain("unsafe");
        return answer;
    }
}
