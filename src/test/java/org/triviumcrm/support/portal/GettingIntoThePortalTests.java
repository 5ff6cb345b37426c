package org.triviumcrm.support.portal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.triviumcrm.testing.Accounts.signedIn;

import com.icegreen.greenmail.util.GreenMailUtil;
import jakarta.mail.internet.MimeMessage;
import jakarta.servlet.http.Cookie;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpHeaders;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.triviumcrm.identity.Viewer;
import org.triviumcrm.testing.Accounts;
import org.triviumcrm.testing.MailServerTest;

/** Invitation, password and sign-in of customers, with real letters and real sessions. */
class GettingIntoThePortalTests extends MailServerTest {

    private static final String PASSWORD = "seven kites over the dunes";
    private static final String ANNA = "anna@customer.example";
    private static final Pattern LINK = Pattern.compile("/portal/keys/[A-Za-z0-9_-]{43}");

    @Autowired
    MockMvc mvc;

    @Autowired
    JdbcClient database;

    @Autowired
    Accounts accounts;

    @Autowired
    PortalKeyService keys;

    private PortalGuests guests;
    private Viewer agent;
    private long customer;
    private long contact;

    @BeforeEach
    void aContact() {
        guests = new PortalGuests(database);
        guests.open();
        database.sql("""
                        insert into company (name, currency, locale, time_zone, created_at, updated_at)
                        values ('Acme', 'USD', 'en', 'UTC', now(), now())""").update();
        agent = accounts.person("service_manager", null);
        customer = guests.customer("Blue Pumps");
        contact = guests.contact("Anna Bell", "Anna@Customer.example", customer);
    }

    @Test
    void whoIsInvitedChoosesAPasswordOnceAndSignsIn() throws Exception {
        long account = invite();
        MimeMessage letter = letter();
        assertThat(letter.getSubject()).isEqualTo("Your access to the portal of Acme");
        assertThat(letter.getHeader("Auto-Submitted")).isNotEmpty();
        String link = link(letter);
        assertThat(database.sql("select count(*) from portal_key where hash = ? or hash is null")
                        .param(link.substring("/portal/keys/".length()))
                        .query(Integer.class)
                        .single())
                .as("the key itself is nowhere")
                .isZero();

        assertThat(answer(get(link)).getContentAsString()).contains("Welcome, Anna Bell", ANNA);
        assertThat(answer(post(link).param("password", "short").with(csrf())).getStatus())
                .isEqualTo(422);
        assertThat(answer(post(link).param("password", "anna bell 1").with(csrf()))
                        .getContentAsString())
                .contains("class=\"wrong\"");
        assertThat(answer(post(link).param("password", PASSWORD).with(csrf())).getHeader("Location"))
                .isEqualTo("/portal/sign-in");
        assertThat(answer(get(link)).getStatus()).as("good once").isEqualTo(404);
        assertThat(answer(post(link)
                                .param("password", "another kite over dunes")
                                .with(csrf()))
                        .getStatus())
                .isEqualTo(404);

        Cookie session = signIn(PASSWORD);
        assertThat(answer(get("/portal").cookie(session)).getContentAsString()).contains("My tickets", "Anna Bell");
        assertThat(show(account)).contains("Active", "First password chosen", "Signed in", "127.0.0.1");
    }

    @Test
    void twoSignInsInOneBrowserKnowNothingOfEachOther() throws Exception {
        ready();
        Cookie portal = signIn(PASSWORD);
        assertThat(portal.getName()).isEqualTo("PORTAL");
        assertThat(portal.getPath()).isEqualTo("/portal");
        assertThat(portal.isHttpOnly()).isTrue();

        // the value of one cookie under the name of the other
        Cookie stolen = new Cookie("SESSION", portal.getValue());
        assertThat(answer(get("/customers").cookie(stolen)).getHeader("Location"))
                .isEqualTo("/sign-in");
        assertThat(answer(get("/customers").cookie(portal)).getHeader("Location"))
                .isEqualTo("/sign-in");
        assertThat(answer(get("/portal").cookie(portal)).getStatus())
                .as("and nothing was ended by it")
                .isEqualTo(200);

        assertThat(answer(get("/portal").with(signedIn(agent))).getHeader("Location"))
                .as("an agent is no customer")
                .isEqualTo("/portal/sign-in");
        assertThat(answer(get("/customers").with(guest())).getHeader("Location"))
                .as("a customer is no agent")
                .isEqualTo("/sign-in");
    }

    private org.springframework.test.web.servlet.request.RequestPostProcessor guest() {
        return new PortalGuests.Guest(accountOfAnna(), contact, customer, ANNA).signedIn();
    }

    /** The chain of the portal asks nobody else. */
    @Test
    void peopleOfTheCompanyDoNotSignInHere() throws Exception {
        ready();
        database.sql(
                        "update person set email = 'agent@example.com', password_hash = (select password_hash from portal_account) where id = ?")
                .param(agent.personId())
                .update();
        refused("agent@example.com", PASSWORD);
        assertThat(answer(post("/sign-in")
                                .param("name", "agent@example.com")
                                .param("password", PASSWORD)
                                .with(csrf()))
                        .getHeader("Location"))
                .as("with the same password inside")
                .isEqualTo("/");
        assertThat(answer(post("/sign-in")
                                .param("name", ANNA)
                                .param("password", PASSWORD)
                                .with(csrf()))
                        .getForwardedUrl())
                .isEqualTo("/sign-in/refused");
    }

    @Test
    void whoGuessesIsSlowedAsInside() throws Exception {
        ready();
        for (int i = 0; i < 4; i++) {
            refused(ANNA, "wrong");
        }
        refused(ANNA, PASSWORD);
        assertThat(events()).contains("WRONG", "TOO_MANY").doesNotContain("SIGNED_IN");
        database.sql("delete from sign_in_guard").update();
        signIn(PASSWORD);
    }

    @Test
    void aForgottenPasswordComesByLetterAndNobodyLearnsWhoIsHere() throws Exception {
        ready();
        Cookie session = signIn(PASSWORD);
        MockHttpServletResponse known = answer(post("/portal/forgotten")
                .param("email", " Anna@customer.example ")
                .with(csrf()));
        MockHttpServletResponse unknown = answer(post("/portal/forgotten")
                .param("email", "nobody@customer.example")
                .with(csrf()));
        assertThat(known.getHeader("Location"))
                .isEqualTo(unknown.getHeader("Location"))
                .isEqualTo("/portal/sign-in");
        assertThat(known.getContentAsString()).isEqualTo(unknown.getContentAsString());
        keys.answerAsked();
        sendDue();
        List<MimeMessage> letters = inbox("customer.example");
        assertThat(letters).hasSize(2);
        String link = link(letters.get(1));

        answer(post("/portal/forgotten").param("email", ANNA).with(csrf()));
        keys.answerAsked();
        sendDue();
        assertThat(inbox("customer.example"))
                .as("one letter is enough for a while")
                .hasSize(2);

        assertThat(answer(post(link)
                                .param("password", "eight kites over the dunes")
                                .with(csrf()))
                        .getStatus())
                .isEqualTo(302);
        assertThat(answer(get("/portal").cookie(session)).getHeader("Location"))
                .as("out everywhere")
                .isEqualTo("/portal/sign-in");
        refused(ANNA, PASSWORD);
        signIn("eight kites over the dunes");
    }

    @Test
    void aNewPasswordEndsAllOtherSessions() throws Exception {
        ready();
        Cookie phone = signIn(PASSWORD);
        Cookie desk = signIn(PASSWORD);
        String next = "nine kites over the dunes";
        assertThat(change(desk, "wrong", next).getStatus()).isEqualTo(422);
        assertThat(change(desk, PASSWORD, PASSWORD).getStatus()).isEqualTo(422);
        assertThat(change(desk, PASSWORD, "password12").getStatus()).isEqualTo(422);
        MockHttpServletResponse changed = change(desk, PASSWORD, next);
        assertThat(changed.getHeader("Location")).isEqualTo("/portal/profile");
        assertThat(answer(get("/portal").cookie(phone)).getHeader("Location")).isEqualTo("/portal/sign-in");
        Cookie renewed = changed.getCookie("PORTAL");
        assertThat(answer(get("/portal").cookie(renewed)).getStatus()).isEqualTo(200);
        signIn(next);
    }

    @Test
    void anAccountStopsWithItsContact() throws Exception {
        ready();
        Cookie session = signIn(PASSWORD);
        long other = guests.customer("Red Pumps");
        database.sql("update contact set customer_id = ? where id = ?")
                .params(other, contact)
                .update();
        assertThat(answer(get("/portal").cookie(session)).getHeader("Location"))
                .as("the contact has left the customer")
                .isEqualTo("/portal/sign-in");
        refused(ANNA, PASSWORD);
        assertThat(events()).contains("NOT_ALLOWED");
        assertThat(show(accountOfAnna())).contains("with another customer");

        database.sql("update portal_account set customer_id = ?").param(other).update(); // as merging customers does
        assertThat(answer(get("/portal").cookie(signIn(PASSWORD))).getContentAsString())
                .contains("Anna Bell");

        Cookie last = signIn(PASSWORD);
        database.sql("delete from contact where id = ?").param(contact).update();
        assertThat(answer(get("/portal").cookie(last)).getHeader("Location")).isEqualTo("/portal/sign-in");
    }

    @Test
    void blockedAndRevokedAreOutAtOnceAndComeBackAsColleaguesSay() throws Exception {
        ready();
        long account = accountOfAnna();
        Cookie session = signIn(PASSWORD);
        assertThat(act(account, "block")).isEqualTo(302);
        assertThat(answer(get("/portal").cookie(session)).getHeader("Location")).isEqualTo("/portal/sign-in");
        refused(ANNA, PASSWORD);
        act(account, "unblock");
        assertThat(answer(get("/portal").cookie(session)).getHeader("Location"))
                .as("the session stays over")
                .isEqualTo("/portal/sign-in");
        signIn(PASSWORD);

        act(account, "revocation");
        refused(ANNA, PASSWORD);
        assertThat(invite()).as("the same account, from the beginning").isEqualTo(account);
        refused(ANNA, PASSWORD);
        assertThat(answer(post(link(letter())).param("password", PASSWORD).with(csrf()))
                        .getStatus())
                .isEqualTo(302);
        signIn(PASSWORD);
    }

    @Test
    void anInvitationIsReplacedGetsOldAndIsGivenOnlyToWhoCanHaveOne() throws Exception {
        long account = invite();
        String first = link(letter());
        assertThat(act(account, "invitation")).isEqualTo(302);
        String second = link(letter());
        assertThat(answer(get(first)).getStatus()).isEqualTo(404);
        assertThat(answer(get(second)).getStatus()).isEqualTo(200);
        database.sql("update portal_key set expires_at = now() - interval '1 second'")
                .update();
        assertThat(answer(get(second)).getStatus()).isEqualTo(404);

        assertThat(inviting(contact).getContentAsString()).contains("This contact is invited already.");
        long twin = guests.contact("Anna Twin", ANNA, customer);
        assertThat(inviting(twin).getContentAsString()).contains("Somebody else signs in with this e-mail address.");
        long silent = guests.contact("Silent", "", customer);
        assertThat(inviting(silent).getContentAsString()).contains("The contact has no e-mail address.");
        database.sql("update portal_setting set active = false").update();
        assertThat(inviting(twin).getContentAsString()).contains("The portal is closed.");
        assertThat(answer(get("/portal/sign-in")).getStatus()).isEqualTo(404);
        assertThat(answer(get(second)).getStatus()).isEqualTo(404);
    }

    private long accountOfAnna() {
        return guests.number("select max(id) from portal_account");
    }

    private List<String> events() {
        return database.sql("select kind from portal_event order by id")
                .query(String.class)
                .list();
    }

    /** Invited, with a password. */
    private void ready() throws Exception {
        invite();
        assertThat(answer(post(link(letter())).param("password", PASSWORD).with(csrf()))
                        .getStatus())
                .isEqualTo(302);
    }

    private long invite() throws Exception {
        String location = inviting(contact).getHeader("Location");
        assertThat(location).startsWith("/support/portal-accounts/");
        return Long.parseLong(location.substring(location.lastIndexOf('/') + 1));
    }

    private MockHttpServletResponse inviting(long who) throws Exception {
        return answer(post("/support/contacts/" + who + "/portal/invitation")
                .param("language", "en")
                .param("wholeCustomer", "true")
                .with(signedIn(agent))
                .with(csrf()));
    }

    private int act(long account, String what) throws Exception {
        return answer(post("/support/portal-accounts/" + account + "/" + what)
                        .with(signedIn(agent))
                        .with(csrf()))
                .getStatus();
    }

    private String show(long account) throws Exception {
        return answer(get("/support/portal-accounts/" + account).with(signedIn(agent)))
                .getContentAsString();
    }

    private MimeMessage letter() throws Exception {
        sendDue();
        List<MimeMessage> letters = inbox("customer.example");
        return letters.get(letters.size() - 1);
    }

    private static String link(MimeMessage letter) {
        Matcher link = LINK.matcher(GreenMailUtil.getWholeMessage(letter).replace("=\r\n", ""));
        assertThat(link.find()).isTrue();
        return link.group();
    }

    private static MockHttpServletRequestBuilder signingIn(String email, String password) {
        return post("/portal/sign-in")
                .param("email", email)
                .param("password", password)
                .with(csrf());
    }

    /** Whatever the reason is, it is not told. */
    private void refused(String email, String password) throws Exception {
        MockHttpServletResponse answer = answer(signingIn(email, password));
        assertThat(answer.getForwardedUrl()).isEqualTo("/portal/sign-in/refused");
        assertThat(answer.getCookie("PORTAL")).isNull();
    }

    private Cookie signIn(String password) throws Exception {
        MockHttpServletResponse answer = answer(signingIn(ANNA, password));
        assertThat(answer.getHeader("Location")).isEqualTo("/portal");
        Cookie session = answer.getCookie("PORTAL");
        assertThat(session).isNotNull();
        return session;
    }

    private MockHttpServletResponse change(Cookie session, String current, String next) throws Exception {
        return answer(post("/portal/profile/password")
                .cookie(session)
                .param("current", current)
                .param("password", next)
                .with(csrf()));
    }

    private MockHttpServletResponse answer(MockHttpServletRequestBuilder request) throws Exception {
        return mvc.perform(request.header(HttpHeaders.ACCEPT_LANGUAGE, "en"))
                .andReturn()
                .getResponse();
    }
}
