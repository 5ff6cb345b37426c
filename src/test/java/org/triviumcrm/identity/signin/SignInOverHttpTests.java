package org.triviumcrm.identity.signin;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.catalina.Valve;
import org.apache.catalina.connector.Connector;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.startup.Tomcat;
import org.apache.catalina.valves.RemoteIpValve;
import org.apache.catalina.valves.ValveBase;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.boot.tomcat.TomcatWebServer;
import org.springframework.boot.web.server.servlet.context.ServletWebServerApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.ContextConfiguration;
import org.springframework.test.context.TestExecutionListeners;
import org.springframework.test.context.TestExecutionListeners.MergeMode;
import org.triviumcrm.testing.EmptyDatabase;
import org.triviumcrm.testing.TestDatabase;

/** The first run and the sign-in through the real server: whose address counts, what the cookie says, what the log does not. */
@ExtendWith(OutputCaptureExtension.class)
@SpringBootTest(
        webEnvironment = WebEnvironment.RANDOM_PORT,
        properties = {
            "logging.level.org.triviumcrm=DEBUG",
            "spring.datasource.hikari.username=guarded",
            "spring.datasource.hikari.password=" + SignInOverHttpTests.DATABASE_PASSWORD
        })
@ContextConfiguration(initializers = TestDatabase.Committed.class)
@TestExecutionListeners(listeners = EmptyDatabase.AfterEachTest.class, mergeMode = MergeMode.MERGE_WITH_DEFAULTS)
class SignInOverHttpTests {

    static final String DATABASE_PASSWORD = "thirteen-herons-of-the-database";
    private static final String PASSWORD = "eleven herons by the river";
    private static final String WRONG = "twelve herons by the river";
    private static final Pattern TOKEN = Pattern.compile("name=\"_csrf\"[^>]*value=\"([^\"]+)\"");

    static {
        TestDatabase.client("committed")
                .sql("do $$ begin create role guarded superuser login password '" + DATABASE_PASSWORD
                        + "'; exception when duplicate_object then null; end $$")
                .update();
    }

    @Autowired
    ServletWebServerApplicationContext application;

    @Autowired
    JdbcClient jdbc;

    private final CookieManager cookies = new CookieManager();
    private final HttpClient browser =
            HttpClient.newBuilder().cookieHandler(cookies).build();
    private final List<String> tokens = new ArrayList<>();

    @Test
    void noSecretGetsIntoTheLog(CapturedOutput log) throws Exception {
        setUp();
        signIn("ann", WRONG, "203.0.113.4");
        assertThat(signIn("ann", PASSWORD, "203.0.113.4").statusCode()).isEqualTo(302);
        assertThat(get("/account/sessions").body()).contains("203.0.113.4");

        List<String> secrets = new ArrayList<>(List.of(PASSWORD, WRONG, DATABASE_PASSWORD));
        secrets.addAll(tokens);
        cookies.getCookieStore().getCookies().forEach(cookie -> secrets.add(cookie.getValue()));
        secrets.addAll(jdbc.sql("select session_id from spring_session union select password_hash from person")
                .query(String.class)
                .list());
        assertThat(secrets).hasSizeGreaterThan(6).allMatch(secret -> secret.length() > 15);
        LoggerFactory.getLogger(SignInOverHttpTests.class).debug("what is said here is captured");
        assertThat(log.toString()).contains("what is said here is captured");
        assertThat(secrets).noneMatch(log.toString()::contains);
    }

    @Test
    void theAnswerIsTheSameWhetherTheNameIsKnown() throws Exception {
        setUp();
        HttpResponse<String> known = signIn("ann", WRONG, "203.0.113.5");
        HttpResponse<String> unknown = signIn("bob", WRONG, "203.0.113.5");
        assertThat(known.statusCode()).isEqualTo(unknown.statusCode()).isEqualTo(422);
        assertThat(anonymous(known.body(), "ann")).isEqualTo(anonymous(unknown.body(), "bob"));
        assertThat(known.headers().map().keySet())
                .isEqualTo(unknown.headers().map().keySet());
    }

    @Test
    void theCookieIsForThisSiteAndNoScriptAndBehindTlsForTlsOnly() throws Exception {
        setUp();
        assertThat(cookieOf(signIn("ann", PASSWORD, "203.0.113.6", "X-Forwarded-Proto", "https")))
                .contains("; HttpOnly", "; SameSite=Lax", "; Secure");
        cookies.getCookieStore().removeAll();
        assertThat(cookieOf(signIn("ann", PASSWORD, "203.0.113.6")))
                .contains("; HttpOnly", "; SameSite=Lax")
                .doesNotContain("Secure");
    }

    /** The proxy here is this machine. What its client claims before it counts for nothing. */
    @Test
    void theAddressIsTheOneThatTheProxyNames() throws Exception {
        setUp();
        signIn("ann", WRONG, "198.51.100.1, 203.0.113.7");
        assertThat(jdbc.sql("select address from sign_in order by id desc limit 1")
                        .query(String.class)
                        .single())
                .isEqualTo("203.0.113.7");
        assertThat(jdbc.sql("select subject from sign_in_guard where subject like 'address:%'")
                        .query(String.class)
                        .list())
                .containsExactly("address:203.0.113.7");
    }

    @ParameterizedTest
    @CsvSource({
        "203.0.113.8, 10.1.2.3, 203.0.113.8",
        "8.8.8.8, 127.0.0.1, 8.8.8.8",
        "2001:db8::7, 10.1.2.3, 2001:db8::7",
        "10.0.0.7, 203.0.113.9, 203.0.113.9",
        "192.168.3.4, 203.0.113.9, 203.0.113.9"
    })
    void whoComesDirectlyChoosesNoOtherAddress(String from, String claimed, String counts) throws Exception {
        org.apache.coyote.Request raw = new org.apache.coyote.Request();
        raw.remoteAddr().setString(from);
        raw.getMimeHeaders().addValue("X-Forwarded-For").setString(claimed);
        raw.getMimeHeaders().addValue("X-Forwarded-Proto").setString("https");
        Request request = new Request(new Connector(), raw);
        List<String> seen = new ArrayList<>();
        RemoteIpValve valve = proxies();
        Valve next = valve.getNext();
        try {
            valve.setNext(new ValveBase() {
                @Override
                public void invoke(Request arrived, Response response) {
                    seen.add(Device.of(arrived).address());
                    seen.add("" + arrived.isSecure());
                }
            });
            valve.invoke(request, null);
        } finally {
            valve.setNext(next);
        }
        assertThat(seen).containsExactly(counts, "" + !counts.equals(from));
    }

    private RemoteIpValve proxies() {
        Tomcat tomcat = ((TomcatWebServer) application.getWebServer()).getTomcat();
        return Arrays.stream(tomcat.getEngine().getPipeline().getValves())
                .filter(RemoteIpValve.class::isInstance)
                .map(RemoteIpValve.class::cast)
                .findFirst()
                .orElseThrow();
    }

    private void setUp() throws Exception {
        HttpResponse<String> answer = post(
                "/setup",
                "/setup",
                "company=Weir&currency=USD&language=en&timeZone=UTC&name=Ann&signInName=ann&password="
                        + encoded(PASSWORD),
                List.of());
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(303);
    }

    private HttpResponse<String> signIn(String name, String password, String address, String... headers)
            throws Exception {
        List<String> all = new ArrayList<>(List.of("X-Forwarded-For", address));
        all.addAll(List.of(headers));
        return post("/sign-in", "/sign-in", "name=" + name + "&password=" + encoded(password), all);
    }

    private HttpResponse<String> get(String path) throws Exception {
        return browser.send(HttpRequest.newBuilder(address(path)).build(), BodyHandlers.ofString());
    }

    private HttpResponse<String> post(String page, String path, String fields, List<String> headers)
            throws IOException, InterruptedException, Exception {
        Matcher token = TOKEN.matcher(get(page).body());
        assertThat(token.find()).isTrue();
        tokens.add(token.group(1));
        HttpRequest.Builder request = HttpRequest.newBuilder(address(path))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString("_csrf=" + encoded(token.group(1)) + "&" + fields));
        if (!headers.isEmpty()) {
            request.headers(headers.toArray(String[]::new));
        }
        return browser.send(request.build(), BodyHandlers.ofString());
    }

    private static String cookieOf(HttpResponse<String> answer) {
        return answer.headers().allValues("Set-Cookie").stream()
                .filter(cookie -> cookie.startsWith("SESSION="))
                .findFirst()
                .orElseThrow();
    }

    /** Without the token of the page and the name that was typed. */
    private static String anonymous(String page, String name) {
        return TOKEN.matcher(page)
                .replaceAll("")
                .replaceAll("name=\"csrf\" content=\"[^\"]+\"", "")
                .replace("value=\"" + name + "\"", "");
    }

    private URI address(String path) {
        return URI.create("http://127.0.0.1:" + application.getWebServer().getPort() + path);
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
