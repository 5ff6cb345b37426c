package org.triviumcrm.identity.signin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.forwardedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.request;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import jakarta.servlet.http.Cookie;
import java.util.Locale;
import java.util.Objects;
import org.hamcrest.Matchers;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.security.web.WebAttributes;
import org.springframework.security.web.csrf.CsrfException;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;
import org.springframework.test.web.servlet.request.RequestPostProcessor;
import org.triviumcrm.testing.Accounts;
import org.triviumcrm.testing.IntegrationTest;

@IntegrationTest
class SigningInTests {

    private static final String PASSWORD = "seven quiet lanterns";

    @Autowired
    MockMvc mvc;

    @Autowired
    Accounts accounts;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    PasswordEncoder encoder;

    private long ann;

    @BeforeEach
    void someone() {
        ann = accounts.administrator().personId();
        jdbc.sql(
                        "update person set sign_in_name = 'ann.test', email = 'Ann@Test.example', password_hash = ? where id = ?")
                .params(encoder.encode(PASSWORD), ann)
                .update();
    }

    @ParameterizedTest
    @ValueSource(strings = {"ann.test", "ANN.Test", "ann@test.example", " ann.test "})
    void nameOrAddressInAnyCaseSignsIn(String name) throws Exception {
        attempt(name, PASSWORD).andExpect(status().is3xxRedirection()).andExpect(redirectedUrl("/"));

        assertThat(lastOutcome()).isEqualTo("SIGNED_IN");
    }

    @Test
    void everyReasonGetsTheSameAnswer() throws Exception {
        refused("ann.test", "another password", "WRONG");
        refused("nobody.test", PASSWORD, "WRONG");
        jdbc.sql("update person set active = false where id = ?").param(ann).update();
        refused("ann.test", PASSWORD, "SWITCHED_OFF");
        jdbc.sql("update person set active = true, password_hash = null where id = ?")
                .param(ann)
                .update();
        refused("ann.test", "nobody's password", "WRONG");
    }

    @Test
    void tenFailuresCloseTheAccountEvenForTheRightPassword() throws Exception {
        for (int i = 0; i < 10; i++) {
            waitingIsOver();
            attempt("ann.test", "guess number " + i);
        }

        attempt("ann@test.example", PASSWORD).andExpect(forwardedUrl("/sign-in/refused"));
        assertThat(lastOutcome()).isEqualTo("TOO_MANY");
    }

    @Test
    void guessingElsewhereDoesNotCloseTheAccountToItsOwner() throws Exception {
        attempt("ann.test", PASSWORD).andExpect(redirectedUrl("/"));
        for (int i = 0; i < 12; i++) {
            waitingIsOver();
            mvc.perform(post("/sign-in")
                    .with(csrf())
                    .with(from("203.0.113.7"))
                    .param("name", "ann.test")
                    .param("password", "guess number " + i));
        }

        mvc.perform(post("/sign-in")
                        .with(csrf())
                        .with(from("203.0.113.8"))
                        .param("name", "ann.test")
                        .param("password", PASSWORD))
                .andExpect(forwardedUrl("/sign-in/refused"));
        attempt("ann.test", PASSWORD).andExpect(redirectedUrl("/"));
    }

    @Test
    void aFamiliarAddressMayNotGuessForEverEither() throws Exception {
        attempt("ann.test", PASSWORD).andExpect(redirectedUrl("/"));
        for (int i = 0; i < 10; i++) {
            waitingIsOver();
            attempt("ann.test", "guess number " + i);
        }

        attempt("ann.test", PASSWORD).andExpect(forwardedUrl("/sign-in/refused"));
    }

    @Test
    void theWayAfterTheSignInLeadsToNoOtherHost() throws Exception {
        Cookie visitor = sessionOf(mvc.perform(get("/customers?q=ab").with(request -> {
            request.setServerName("evil.example");
            return request;
        })));

        signIn(visitor).andExpect(redirectedUrl("/customers?q=ab"));
    }

    @Test
    void aRefusedTokenSaysThatTheSessionHasEnded() throws Exception {
        mvc.perform(post("/customers").with(csrf().useInvalidToken()).param("name", "Acme"))
                .andExpect(status().isForbidden())
                .andExpect(request().attribute(WebAttributes.ACCESS_DENIED_403, Matchers.isA(CsrfException.class)));
    }

    @Test
    void anUnknownNameIsSlowedLikeAKnownOne() throws Exception {
        for (int i = 0; i < 3; i++) {
            attempt("nobody.test", "guess number " + i);
        }
        // the first wait is a second, which a slow machine may need for the next attempt
        jdbc.sql(
                        "update sign_in_guard set closed_until = closed_until + interval '1 hour' where closed_until > last_failure")
                .update();

        attempt("nobody.test", "guess number 4");
        assertThat(lastOutcome()).isEqualTo("TOO_MANY");
    }

    @Test
    void aSuccessEndsTheRowOfFailures() throws Exception {
        attempt("ann.test", "guess number 1");
        attempt("ann.test", "guess number 2");
        attempt("ann.test", PASSWORD).andExpect(redirectedUrl("/"));

        assertThat(jdbc.sql("select count(*) from sign_in_guard where subject = 'name:ann.test'")
                        .query(Long.class)
                        .single())
                .isZero();
    }

    @Test
    void anAddressThatGuessesManyNamesIsClosed() throws Exception {
        jdbc.sql("insert into sign_in_guard values ('address:127.0.0.1', 100, now(), now() + interval '5 minutes')")
                .update();

        attempt("ann.test", PASSWORD).andExpect(forwardedUrl("/sign-in/refused"));
    }

    @Test
    void theSessionGetsANewIdSoThatAPlantedOneIsWorthless() throws Exception {
        Cookie planted = sessionOf(mvc.perform(get("/account/sessions")));

        Cookie after = sessionOf(signIn(planted));

        assertThat(after.getValue()).isNotEqualTo(planted.getValue());
        mvc.perform(get("/account").cookie(planted)).andExpect(redirectedUrl("/sign-in"));
        mvc.perform(get("/account").cookie(after)).andExpect(status().isOk());
    }

    @Test
    void signingOutEverywhereElseLeavesThisSession() throws Exception {
        Cookie here = sessionOf(signIn(sessionOf(mvc.perform(get("/account")))));
        Cookie elsewhere = sessionOf(signIn(sessionOf(mvc.perform(get("/account")))));
        mvc.perform(get("/account/sessions").cookie(here)).andExpect(status().isOk());

        mvc.perform(post("/account/sessions/end-others").cookie(here).with(csrf()))
                .andExpect(redirectedUrl("/account/sessions"));

        mvc.perform(get("/account").cookie(elsewhere)).andExpect(redirectedUrl("/sign-in"));
        mvc.perform(get("/account").cookie(here)).andExpect(status().isOk());
    }

    @Test
    void aChangedPasswordEndsTheOtherSessions() throws Exception {
        Cookie here = sessionOf(signIn(sessionOf(mvc.perform(get("/account")))));
        Cookie elsewhere = sessionOf(signIn(sessionOf(mvc.perform(get("/account")))));

        mvc.perform(post("/account/password")
                        .cookie(here)
                        .with(csrf())
                        .param("current", "not this one")
                        .param("password", "nine loud lanterns"))
                .andExpect(status().isUnprocessableContent());
        mvc.perform(post("/account/password")
                        .cookie(here)
                        .with(csrf())
                        .param("current", PASSWORD)
                        .param("password", "nine loud lanterns"))
                .andExpect(redirectedUrl("/account"));

        mvc.perform(get("/account").cookie(elsewhere)).andExpect(redirectedUrl("/sign-in"));
        mvc.perform(get("/account").cookie(here)).andExpect(status().isOk());
        attempt("ann.test", "nine loud lanterns").andExpect(redirectedUrl("/"));
    }

    @Test
    void withoutTheTokenOfThePageNothingIsAccepted() throws Exception {
        mvc.perform(post("/sign-in").param("name", "ann.test").param("password", PASSWORD))
                .andExpect(status().isForbidden());
    }

    @Test
    void thePageAskedForComesAfterTheSignIn() throws Exception {
        Cookie visitor = sessionOf(mvc.perform(get("/account/sessions")).andExpect(redirectedUrl("/sign-in")));

        signIn(visitor).andExpect(redirectedUrl("/account/sessions"));
    }

    @Test
    void theLinkOfAnEMailOpensAfterTheSignIn() throws Exception {
        Cookie visitor = sessionOf(mvc.perform(get("/notices/7")).andExpect(redirectedUrl("/sign-in")));
        // what the page that is still open elsewhere asks for is not where anybody was going
        mvc.perform(get("/live").accept("text/event-stream").cookie(visitor)).andExpect(status().isUnauthorized());

        signIn(visitor).andExpect(redirectedUrl("/notices/7"));
    }

    @Test
    void aRefusedAttemptKeepsTheNameButNotThePassword() throws Exception {
        mvc.perform(post("/sign-in/refused")
                        .with(csrf())
                        .param("name", "ann.test")
                        .param("password", "my typed secret"))
                .andExpect(status().isUnprocessableContent())
                .andExpect(content().string(Matchers.containsString("value=\"ann.test\"")))
                .andExpect(content().string(Matchers.not(Matchers.containsString("my typed secret"))));
    }

    @Test
    void thePageSpeaksTheBrowsersLanguage() throws Exception {
        mvc.perform(get("/sign-in").locale(Locale.SIMPLIFIED_CHINESE))
                .andExpect(content().string(Matchers.containsString("登录")));
    }

    /** The first failures cost a second or more each, which tests don't wait for and a slow machine may take. */
    private void waitingIsOver() {
        jdbc.sql("update sign_in_guard set closed_until = null").update();
    }

    private ResultActions signIn(Cookie visitor) throws Exception {
        return mvc.perform(post("/sign-in")
                .cookie(visitor)
                .with(csrf())
                .param("name", "ann.test")
                .param("password", PASSWORD));
    }

    private static Cookie sessionOf(ResultActions answer) {
        return Objects.requireNonNull(answer.andReturn().getResponse().getCookie("SESSION"));
    }

    private static RequestPostProcessor from(String address) {
        return request -> {
            request.setRemoteAddr(address);
            return request;
        };
    }

    private ResultActions attempt(String name, String password) throws Exception {
        return mvc.perform(post("/sign-in").with(csrf()).param("name", name).param("password", password));
    }

    /** The log alone knows why. */
    private void refused(String name, String password, String outcome) throws Exception {
        jdbc.sql("delete from sign_in_guard").update();
        attempt(name, password).andExpect(forwardedUrl("/sign-in/refused"));
        assertThat(lastOutcome()).isEqualTo(outcome);
    }

    private String lastOutcome() {
        return jdbc.sql("select outcome from sign_in order by id desc limit 1")
                .query(String.class)
                .single();
    }
}
