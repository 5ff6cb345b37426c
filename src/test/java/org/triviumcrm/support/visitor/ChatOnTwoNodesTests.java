package org.triviumcrm.support.visitor;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.triviumcrm.Trivium;
import org.triviumcrm.support.chat.ChatSite;
import org.triviumcrm.testing.NodeProcess;
import org.triviumcrm.testing.TestDatabase;

/** A visitor whose page is open at one node while words come in at the other; listeners that are cut off, and a node that is killed. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class ChatOnTwoNodesTests {

    private static final String DATABASE = "chat_nodes";
    private static final int WORDS = 30;
    private static final HttpClient CLIENT = HttpClient.newHttpClient();

    @TempDir
    static Path folder;

    private static NodeProcess one;
    private static NodeProcess other;
    private static JdbcClient jdbc;
    private static final String TOKEN = ChatSite.token();

    @BeforeAll
    static void start() throws Exception {
        jdbc = TestDatabase.client(DATABASE);
        one = node("one");
        one.port();
        other = node("other");
        other.port();
        await(() -> number("select count(*) from ticket_queue") > 0);
        jdbc.sql("""
                        insert into chat_widget (id, name, token, queue_id, origins, colour, language, asks_name, asks_email, offline, keeps_hours,
                                                 wait_minutes, most_chats, active, created_at, updated_at)
                        select nextval('chat_widget_seq'), 'Site', 'sample-token', id, 'https://www.example.com', '#206bc4', 'PAGE', 'NO', 'NO', true, false,
                               3, 4, true, now(), now() from ticket_queue""").update();
        jdbc.sql("insert into ticket_queue_member select q.id, p.id from ticket_queue q cross join person p")
                .update();
        jdbc.sql(
                        "insert into chat_agent (person_id, available, seen_at) select id, true, now() + interval '1 hour' from person")
                .update();
        assertThat(post(one, "/talks", "{\"text\":\"word 0\",\"client\":\"client-00\"}"))
                .isEqualTo(204);
    }

    private static NodeProcess node(String name) throws IOException {
        return NodeProcess.start(
                Trivium.class,
                DATABASE,
                folder.resolve(name + ".log"),
                "--trivium.setup.administrator-password=three gulls over the harbour");
    }

    @AfterAll
    static void stop() {
        one.close();
        other.close();
    }

    @Test
    @Order(1)
    void whatIsSaidAtOneNodeIsHeardAtTheOtherOnceAndInOrder() throws Exception {
        Page page = new Page(other, 0);
        await(() -> page.words().size() == 1);
        // several at a time, each sent twice, at either node: the order is that of their commits
        IntStream.range(1, WORDS).parallel().forEach(word -> {
            say(word % 2 == 0 ? one : other, word);
            say(word % 2 == 0 ? other : one, word);
        });
        await(() -> page.words().size() == WORDS);
        assertThat(page.words()).doesNotHaveDuplicates().hasSize(WORDS);
        assertThat(page.numbers()).isSorted().doesNotHaveDuplicates();
        assertThat(page.words())
                .isEqualTo(jdbc.sql("select body from chat_message where kind = 'VISITOR' order by seq")
                        .query(String.class)
                        .list());
        page.close();
    }

    /** The connections on which both nodes listen are cut while words are on their way. */
    @Test
    @Order(2)
    void nothingIsLostWhileNobodyCanListen() throws Exception {
        Page page = new Page(other, 0);
        await(() -> page.words().size() == WORDS);
        for (int word = WORDS; word < 2 * WORDS; word++) {
            if (word % 10 == 5) {
                cut();
            }
            say(one, word);
        }
        await(() -> page.words().size() == 2 * WORDS);
        assertThat(page.words())
                .as("each once and in its order")
                .endsWith(IntStream.range(WORDS, 2 * WORDS)
                        .mapToObj(word -> "word " + word)
                        .toArray(String[]::new))
                .doesNotHaveDuplicates();
        page.close();
    }

    /** A page goes on at the node that is left from what it has; so does whoever said something and got no answer. */
    @Test
    @Order(3)
    void aTalkSurvivesTheDeathOfItsNode() throws Exception {
        Page page = new Page(other, 0);
        await(() -> page.words().size() == 2 * WORDS);
        say(other, 2 * WORDS);
        await(() -> page.words().size() == 2 * WORDS + 1);
        other.kill();
        await(page::ended);
        say(one, 2 * WORDS); // once more: there was no answer
        say(one, 2 * WORDS + 1);
        Page again = new Page(one, page.last());
        await(() -> !again.words().isEmpty());
        assertThat(again.words()).containsExactly("word " + (2 * WORDS + 1));
        say(one, 2 * WORDS + 2);
        await(() -> again.words().size() == 2);
        assertThat(again.words()).containsExactly("word " + (2 * WORDS + 1), "word " + (2 * WORDS + 2));
        assertThat(number("select count(*) from chat_message where kind = 'VISITOR'"))
                .isEqualTo(2 * WORDS + 3);
        assertThat(number("select max(seq) - count(*) from chat_message"))
                .as("numbered without a gap")
                .isZero();
        again.close();
    }

    private static void cut() {
        jdbc.sql(
                        "select pg_terminate_backend(pid) from pg_stat_activity where application_name = 'trivium live' and datname = current_database()")
                .query((row, number) -> true)
                .list();
    }

    private static void say(NodeProcess node, int word) {
        try {
            // as many as a person says in a minute, each minute
            jdbc.sql("delete from chat_hit").update();
            assertThat(post(node, "/words", "{\"text\":\"word %1$d\",\"client\":\"client-%1$04d\"}".formatted(word)))
                    .isEqualTo(204);
        } catch (IOException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static int post(NodeProcess node, String path, String json) throws IOException, InterruptedException {
        return CLIENT.send(
                        request(node, path)
                                .header("Content-Type", "application/json")
                                .POST(HttpRequest.BodyPublishers.ofString(json))
                                .build(),
                        BodyHandlers.discarding())
                .statusCode();
    }

    private static HttpRequest.Builder request(NodeProcess node, String path) throws InterruptedException {
        return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + node.port() + "/chat/sample-token" + path))
                .header("X-Chat-Token", TOKEN);
    }

    private static long number(String sql) {
        return jdbc.sql(sql).query(Long.class).single();
    }

    private static void await(BooleanSupplier done) throws InterruptedException {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(60);
        while (System.nanoTime() < end && !done.getAsBoolean()) {
            TimeUnit.MILLISECONDS.sleep(50);
        }
    }

    /** A visitor's page: what has come through its stream so far. */
    private static final class Page {

        private static final Pattern SAID =
                Pattern.compile("\"seq\":(\\d+),\"kind\":\"VISITOR\"[^}]*\"body\":\"([^\"]*)\"");
        private static final Pattern NUMBER = Pattern.compile("id:(\\d+)");

        private final StringBuffer text = new StringBuffer();
        private final InputStream body;
        private volatile boolean ended;

        Page(NodeProcess node, int after) throws Exception {
            HttpResponse<InputStream> answer =
                    CLIENT.send(request(node, "/stream?after=" + after).build(), BodyHandlers.ofInputStream());
            assertThat(answer.statusCode()).isEqualTo(200);
            body = answer.body();
            Thread reader = new Thread(this::read);
            reader.setDaemon(true);
            reader.start();
        }

        private void read() {
            byte[] part = new byte[8192];
            try {
                for (int read = body.read(part); read >= 0; read = body.read(part)) {
                    text.append(new String(part, 0, read, StandardCharsets.UTF_8));
                }
            } catch (IOException e) {
                // the node has hung up
            }
            ended = true;
        }

        List<String> words() {
            List<String> words = new ArrayList<>();
            Matcher said = SAID.matcher(text);
            while (said.find()) {
                words.add(said.group(2));
            }
            return words;
        }

        List<Integer> numbers() {
            return NUMBER.matcher(text)
                    .results()
                    .map(number -> Integer.valueOf(number.group(1)))
                    .toList();
        }

        int last() {
            return numbers().stream().mapToInt(Integer::intValue).max().orElse(0);
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
