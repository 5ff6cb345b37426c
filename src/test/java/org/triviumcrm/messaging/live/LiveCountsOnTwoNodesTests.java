package org.triviumcrm.messaging.live;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.triviumcrm.Trivium;
import org.triviumcrm.messaging.mail.FakeMailServer;
import org.triviumcrm.testing.NodeProcess;
import org.triviumcrm.testing.TestDatabase;

/** Pages that are open at one node while things happen at the other, and nodes that stop and die. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class LiveCountsOnTwoNodesTests {

    private static final String DATABASE = "live_counts";
    private static final String PASSWORD = "three gulls over the harbour";
    private static final int PAGES = 10;

    @TempDir
    static Path folder;

    private static NodeProcess one;
    private static NodeProcess other;
    private static FakeMailServer mail;
    private static JdbcClient jdbc;

    @BeforeAll
    static void start() throws Exception {
        mail = new FakeMailServer(FakeMailServer.Mood.IS_SILENT);
        jdbc = TestDatabase.client(DATABASE);
        one = node("one");
        one.port();
        other = node("other", "--db-scheduler.enabled=false"); // so that it is known which one sends
        other.port();
        await(() -> number("select count(*) from person") > 0);
    }

    private static NodeProcess node(String name, String... more) throws IOException {
        List<String> arguments = new ArrayList<>(List.of(
                "--trivium.setup.administrator-password=" + PASSWORD,
                "--spring.mail.host=127.0.0.1",
                "--spring.mail.port=" + mail.port(),
                "--trivium.mail.from=crm@example.com",
                "--trivium.public-url=http://127.0.0.1"));
        arguments.addAll(List.of(more));
        return NodeProcess.start(
                Trivium.class, DATABASE, folder.resolve(name + ".log"), arguments.toArray(String[]::new));
    }

    @AfterAll
    static void stop() throws IOException {
        one.close();
        other.close();
        mail.close();
    }

    @Test
    @Order(1)
    void whatHappensAtOneNodeIsSeenAtTheOther() throws Exception {
        HttpClient browser = signedIn(one);
        Stream page = new Stream(browser, one);
        await(() -> page.text().contains("\"notices\":0"));
        long notice = notice();
        tell();
        await(() -> page.text().contains("\"notices\":1"));
        assertThat(get(browser, other, "/notices/" + notice).statusCode()).isEqualTo(302);
        await(() -> page.text().endsWith("\"notices\":0}\n\n"));
        assertThat(page.text()).containsSubsequence("\"notices\":0", "\"notices\":1", "\"notices\":0");
        page.close();
    }

    @Test
    @Order(2)
    void whatIsRolledBackIsNotTold() throws Exception {
        Stream page = new Stream(signedIn(one), one);
        await(() -> page.text().contains("notices"));
        String before = page.text();
        jdbc.sql(
                        "do $$ begin perform pg_notify('trivium_live', '1'); raise exception 'no'; exception when others then null; end $$")
                .update();
        TimeUnit.SECONDS.sleep(1);
        assertThat(page.text()).isEqualTo(before);
        page.close();
    }

    @Test
    @Order(3)
    void openPagesHoldNoConnection() throws Exception {
        long before = connections();
        List<Stream> pages = new ArrayList<>();
        HttpClient browser = signedIn(one);
        for (int i = 0; i < PAGES; i++) {
            pages.add(new Stream(browser, one));
        }
        await(() -> pages.stream().allMatch(page -> page.text().contains("notices")));
        assertThat(number("select count(*) from pg_stat_activity where datname = '" + DATABASE
                        + "' and application_name = 'trivium live'"))
                .as("one a node")
                .isEqualTo(2);
        assertThat(connections())
                .as("the pools, which may have grown by what asked at once")
                .isLessThan(before + PAGES);
        assertThat(number("select count(*) from pg_stat_activity where datname = '" + DATABASE
                        + "' and state like 'idle in%'"))
                .isZero();
        assertThat(get(browser, one, "/notices").statusCode()).isEqualTo(200);
        pages.forEach(Stream::close);
    }

    @Test
    @Order(4)
    void theStreamEndsWithTheSession() throws Exception {
        HttpClient browser = signedIn(one);
        Stream page = new Stream(browser, one);
        await(() -> page.text().contains("notices"));
        post(browser, other, "/notices", "/sign-out", "");
        await(page::ended);
        assertThat(page.ended()).isTrue();
        HttpResponse<String> again = browser.send(stream(one), BodyHandlers.ofString());
        assertThat(again.statusCode()).isEqualTo(401);
        assertThat(one.output()).doesNotContain("ERROR");
    }

    /** The first node takes the e-mail, hands it over to the end, and dies before it knows what became of it. */
    @Test
    @Order(5)
    void anEMailWhoseNodeIsKilledIsNotSentTwice() throws Exception {
        jdbc.sql("update person set email = 'admin@example.com'").update();
        jdbc.sql("""
                        insert into outbox_mail (id, person_id, message, arguments, link, state, next_at, changed_at, created_at)
                        select nextval('outbox_mail_seq'), id, 'exchange.notice.failed', '{s:a.csv}', '/', 'WAITING', now(), now(), now()
                          from person""").update();
        await(() -> mail.taken() == 1);
        assertThat(state()).isEqualTo("SENDING");
        one.kill();
        jdbc.sql("update outbox_mail set changed_at = now() - interval '11 minutes'")
                .update();
        NodeProcess left = node("third", "--db-scheduler.heartbeat-interval=1s");
        one = left;
        HttpClient browser = signedIn(left);
        await(() -> state().equals("UNCERTAIN"));
        assertThat(state()).isEqualTo("UNCERTAIN");
        TimeUnit.SECONDS.sleep(7); // longer than the pause between two looks into the outbox
        assertThat(mail.taken()).isEqualTo(1);

        // an orderly end is not kept waiting by an open page
        Stream page = new Stream(browser, left);
        await(() -> page.text().contains("notices"));
        long begun = System.nanoTime();
        left.close();
        assertThat(Duration.ofNanos(System.nanoTime() - begun)).isLessThan(Duration.ofSeconds(15));
        await(page::ended);
        assertThat(page.ended()).isTrue();
        assertThat(left.output()).contains("Graceful shutdown complete").doesNotContain("Graceful shutdown aborted");
    }

    private static String state() {
        return jdbc.sql("select state from outbox_mail").query(String.class).single();
    }

    private static long notice() {
        return jdbc.sql("""
                        insert into notice (id, person_id, message, arguments, link, created_at)
                        select nextval('notice_seq'), id, 'exchange.notice.failed', '{s:a.csv}', '/imports', now() from person
                        returning id""").query(Long.class).single();
    }

    private static void tell() {
        jdbc.sql("select pg_notify('trivium_live', id::text) from person")
                .query((row, number) -> true)
                .list();
    }

    private static long connections() {
        return number("select count(*) from pg_stat_activity where datname = '" + DATABASE + "'");
    }

    private static long number(String sql) {
        return jdbc.sql(sql).query(Long.class).single();
    }

    private static void await(BooleanSupplier done) throws InterruptedException {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(60);
        while (System.nanoTime() < end && !done.getAsBoolean()) {
            TimeUnit.MILLISECONDS.sleep(100);
        }
    }

    private static HttpClient signedIn(NodeProcess node) throws Exception {
        HttpClient browser =
                HttpClient.newBuilder().cookieHandler(new CookieManager()).build();
        post(browser, node, "/sign-in", "/sign-in", "&name=admin&password=" + encoded(PASSWORD));
        assertThat(get(browser, node, "/notices").statusCode()).isEqualTo(200);
        return browser;
    }

    private static HttpResponse<String> get(HttpClient browser, NodeProcess node, String path) throws Exception {
        return browser.send(HttpRequest.newBuilder(address(node, path)).build(), BodyHandlers.ofString());
    }

    /** Sends a form with the token of the page that shows it. */
    private static void post(HttpClient browser, NodeProcess node, String page, String path, String fields)
            throws Exception {
        Matcher token = Pattern.compile("name=\"_csrf\"[^>]*value=\"([^\"]+)\"")
                .matcher(get(browser, node, page).body());
        assertThat(token.find()).as("a form on " + page).isTrue();
        HttpRequest request = HttpRequest.newBuilder(address(node, path))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString("_csrf=" + encoded(token.group(1)) + fields))
                .build();
        assertThat(browser.send(request, BodyHandlers.discarding()).statusCode())
                .isIn(302, 303);
    }

    private static HttpRequest stream(NodeProcess node) throws InterruptedException {
        return HttpRequest.newBuilder(address(node, "/live"))
                .header("Accept", "text/event-stream")
                .build();
    }

    private static URI address(NodeProcess node, String path) throws InterruptedException {
        return URI.create("http://127.0.0.1:" + node.port() + path);
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    /** An open page: what has come through its stream so far. */
    private static final class Stream {

        private final StringBuffer text = new StringBuffer();
        private final InputStream body;
        private volatile boolean ended;

        Stream(HttpClient browser, NodeProcess node) throws Exception {
            HttpResponse<InputStream> answer = browser.send(stream(node), BodyHandlers.ofInputStream());
            assertThat(answer.statusCode()).isEqualTo(200);
            body = answer.body();
            Thread reader = new Thread(this::read);
            reader.setDaemon(true);
            reader.start();
        }

        private void read() {
            try {
                for (int next = body.read(); next >= 0; next = body.read()) {
                    text.append((char) next);
                }
            } catch (IOException e) {
                // the node has hung up
            }
            ended = true;
        }

        /** Without the signs of life. */
        String text() {
            return text.toString().replaceAll("(?m)^:.*\n+", "");
        }

        boolean ended() {
            return ended;
        }

        void close() {
            try {
                body.close();
            } catch (IOException e) {
                // it is over anyway
            }
        }
    }
}
