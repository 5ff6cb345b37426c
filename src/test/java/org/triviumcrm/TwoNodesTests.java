package org.triviumcrm;

import static org.assertj.core.api.Assertions.assertThat;

import com.github.kagkarlsson.scheduler.SchedulerClient;
import com.github.kagkarlsson.scheduler.task.helper.OneTimeTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import java.io.IOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.ApplicationRunner;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.annotation.Bean;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.triviumcrm.testing.NodeProcess;
import org.triviumcrm.testing.TestDatabase;

/** Two nodes that start at the same moment on one empty database. */
class TwoNodesTests {

    private static final String DATABASE = "two_nodes";
    private static final String PASSWORD = "three gulls over the harbour";
    private static final int JOBS = 60;

    @TempDir
    static Path folder;

    private static NodeProcess one;
    private static NodeProcess other;
    private static JdbcClient jdbc;

    @BeforeAll
    static void startBothAtOnce() throws Exception {
        jdbc = TestDatabase.client(DATABASE);
        jdbc.sql("create schema counted").update(); // the application wants the other one empty
        jdbc.sql("create table counted.job_run (job text, node bigint)").update();
        String setup = "--trivium.setup.administrator-password=" + PASSWORD;
        one = NodeProcess.start(Node.class, DATABASE, folder.resolve("one.log"), setup);
        other = NodeProcess.start(Node.class, DATABASE, folder.resolve("other.log"), setup);
        one.port();
        other.port();
        await(() -> count("person") > 0); // the set-up runs once the pages are there
    }

    @AfterAll
    static void stop() {
        one.close();
        other.close();
    }

    @Test
    void theDatabaseIsMadeAndTheCompanySetUpOnce() {
        assertThat(count("flyway_schema_history"))
                .isEqualTo(number("select count(distinct version) from flyway_schema_history where success"));
        assertThat(count("company")).isOne();
        assertThat(count("person")).isOne();
        assertThat(count("role")).isEqualTo(number("select count(distinct built_in) from role"));
        assertThat(count("pipeline")).isOne();
        assertThat(List.of(one.output(), other.output()))
                .as("one node sets up, the other sees that it was slower or that somebody is there")
                .filteredOn(output -> output.contains("The company has been set up"))
                .hasSize(1);
    }

    @Test
    void whoSignsInAtOneIsSignedInAtTheOtherAndOutAtBoth() throws Exception {
        HttpClient browser =
                HttpClient.newBuilder().cookieHandler(new CookieManager()).build();
        String people = "/administration/people";
        assertThat(get(browser, other, people).statusCode()).isNotEqualTo(200);

        assertThat(post(browser, one, "/sign-in", "&name=admin&password=" + encoded(PASSWORD)))
                .isIn(302, 303);
        assertThat(get(browser, other, people).statusCode()).isEqualTo(200);
        assertThat(get(browser, one, people).statusCode()).isEqualTo(200);

        post(browser, other, people, "/sign-out", "");
        assertThat(get(browser, one, people).statusCode()).isNotEqualTo(200);
    }

    /** A quote of five hundred lines has more than five thousand; a server that reads fewer answers 400 without a word. */
    @Test
    void aFormMayHaveThousandsOfFields() throws Exception {
        HttpClient browser =
                HttpClient.newBuilder().cookieHandler(new CookieManager()).build();
        String fields = IntStream.range(0, 11_000)
                .mapToObj(at -> "&lines%5B" + at / 11 + "%5D.field" + at % 11 + "=" + at)
                .collect(Collectors.joining());
        assertThat(post(browser, one, "/sign-in", "&name=admin&password=" + encoded(PASSWORD) + fields))
                .isIn(302, 303);
        assertThat(get(browser, one, "/administration/people").statusCode()).isEqualTo(200);
    }

    @Test
    void eachJobRunsOnceAndBothNodesWork() throws Exception {
        await(() -> count("counted.job_run") >= JOBS);
        TimeUnit.SECONDS.sleep(3); // longer than the nodes' look for work
        assertThat(count("counted.job_run")).isEqualTo(JOBS);
        assertThat(number("select count(distinct job) from counted.job_run")).isEqualTo(JOBS);
        assertThat(number("select count(distinct node) from counted.job_run")).isEqualTo(2);
    }

    private static void await(BooleanSupplier done) throws InterruptedException {
        long end = System.nanoTime() + TimeUnit.MINUTES.toNanos(1);
        while (System.nanoTime() < end && !done.getAsBoolean()) {
            TimeUnit.MILLISECONDS.sleep(200);
        }
    }

    private static long count(String table) {
        return number("select count(*) from " + table);
    }

    private static long number(String sql) {
        return jdbc.sql(sql).query(Long.class).single();
    }

    private static HttpResponse<String> get(HttpClient browser, NodeProcess node, String path)
            throws IOException, InterruptedException {
        return browser.send(HttpRequest.newBuilder(address(node, path)).build(), HttpResponse.BodyHandlers.ofString());
    }

    private static int post(HttpClient browser, NodeProcess node, String path, String fields) throws Exception {
        return post(browser, node, path, path, fields);
    }

    /** Sends a form with the token of the page that shows it. */
    private static int post(HttpClient browser, NodeProcess node, String page, String path, String fields)
            throws Exception {
        Matcher token = Pattern.compile("name=\"_csrf\"[^>]*value=\"([^\"]+)\"")
                .matcher(get(browser, node, page).body());
        assertThat(token.find()).as("a form on " + page).isTrue();
        HttpRequest request = HttpRequest.newBuilder(address(node, path))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString("_csrf=" + encoded(token.group(1)) + fields))
                .build();
        return browser.send(request, HttpResponse.BodyHandlers.discarding()).statusCode();
    }

    private static URI address(NodeProcess node, String path) throws InterruptedException {
        return URI.create("http://127.0.0.1:" + node.port() + path);
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    /** The application, and a job that says where it ran. */
    static final class Node {

        public static void main(String[] args) {
            new SpringApplicationBuilder(Trivium.class, Node.class).run(args);
        }

        @Bean
        OneTimeTask<Void> counted(JdbcClient jdbc) {
            return Tasks.oneTime("two-nodes-counted").execute((instance, context) -> {
                jdbc.sql("insert into counted.job_run values (?, ?)")
                        .params(instance.getId(), ProcessHandle.current().pid())
                        .update();
                pause();
            });
        }

        /** Both nodes order the same jobs; a job that is ordered already is not ordered again. */
        @Bean
        ApplicationRunner orders(SchedulerClient scheduler, OneTimeTask<Void> counted) {
            Instant soon = Instant.now().plusSeconds(15);
            return arguments -> {
                for (int job = 0; job < JOBS; job++) {
                    scheduler.scheduleIfNotExists(counted.instance("job-" + job), soon);
                }
            };
        }

        private static void pause() {
            try {
                TimeUnit.MILLISECONDS.sleep(150);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }
}
