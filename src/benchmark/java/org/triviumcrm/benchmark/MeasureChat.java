package org.triviumcrm.benchmark;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Random;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;

/**
 * How long a word takes in a talk while many go on at once: each visitor has a page open and says something every few seconds, at a
 * moment of its own. Measured is the time from sending it to its coming through the stream of that talk, as an agent's word comes to
 * a visitor: written, committed, told to all nodes, read, sent. Makes a chat of its own, with an agent who is there and takes nothing,
 * and ends its talks afterwards.
 *
 * <p>Arguments: JDBC address, user and password of the database; address of the application; optionally how many talks, seconds
 * between two words of one, and how many seconds.
 */
public final class MeasureChat {

    private static final String KEY = "benchmark-chat";

    private MeasureChat() {}

    public static void main(String[] args) throws SQLException, IOException, InterruptedException {
        int talks = args.length > 4 ? Integer.parseInt(args[4]) : 200;
        int every = args.length > 5 ? Integer.parseInt(args[5]) : 10;
        int seconds = args.length > 6 ? Integer.parseInt(args[6]) : 60;
        try (Connection database = DriverManager.getConnection(args[0], args[1], args[2])) {
            prepare(database);
            HttpClient client = HttpClient.newBuilder()
                    .executor(Executors.newCachedThreadPool())
                    .build();
            List<Visitor> visitors = new ArrayList<>();
            for (int i = 0; i < talks; i++) {
                Visitor visitor = new Visitor(client, args[3]);
                // as if each came from a place of its own
                run(database, "delete from chat_hit");
                visitor.begin();
                visitors.add(visitor);
            }
            CountDownLatch open = new CountDownLatch(talks);
            for (Visitor visitor : visitors) {
                visitor.listen(open);
            }
            open.await(60, TimeUnit.SECONDS);
            System.out.println("load " + load());
            measure(visitors, every, 15); // until everything is warm
            visitors.forEach(visitor -> visitor.times.clear());
            measure(visitors, every, seconds);
            System.out.println("load " + load());
            report(visitors);
            run(database, """
                    update chat set state = 'ENDED', waiting_since = null, ended_at = now(), end_reason = 'SILENT'
                    where state <> 'ENDED' and widget_id = (select id from chat_widget where token = '%s')""".formatted(KEY));
            run(database, "update chat_widget set active = false where token = '" + KEY + "'");
        }
        System.exit(0); // the streams are still open
    }

    private static void prepare(Connection database) throws SQLException {
        run(database, """
                insert into ticket_queue (id, name, position, assignment, created_at, updated_at)
                select nextval('ticket_queue_seq'), 'Benchmark of chat', 99, 'BY_HAND', now(), now()
                where not exists (select 1 from ticket_queue where name = 'Benchmark of chat')""");
        run(database, """
                insert into ticket_queue_member select q.id, (select min(id) from person where active) from ticket_queue q where q.name = 'Benchmark of chat'
                on conflict do nothing""");
        run(database, """
                insert into chat_agent (person_id, available, seen_at) select min(id), true, now() + interval '1 hour' from person where active
                on conflict (person_id) do update set available = true, seen_at = excluded.seen_at""");
        run(database, """
                insert into chat_widget (id, name, token, queue_id, origins, colour, language, asks_name, asks_email, offline, keeps_hours,
                                         wait_minutes, most_chats, active, created_at, updated_at)
                select nextval('chat_widget_seq'), 'Benchmark', '%s', id, 'https://www.example.com', '#206bc4', 'EN', 'NO', 'NO', true, false, 3, 4, true, now(), now()
                from ticket_queue where name = 'Benchmark of chat' on conflict (token) do update set active = true""".formatted(KEY));
    }

    private static void run(Connection database, String sql) throws SQLException {
        try (PreparedStatement statement = database.prepareStatement(sql)) {
            statement.execute();
            try (ResultSet none = statement.getResultSet()) {
                // nothing is asked
            }
        }
    }

    private static void measure(List<Visitor> visitors, int every, int seconds) throws InterruptedException {
        ScheduledExecutorService clock = Executors.newScheduledThreadPool(4);
        for (Visitor visitor : visitors) {
            long first = ThreadLocalRandom.current().nextLong(every * 1000L);
            clock.scheduleAtFixedRate(visitor::say, first, every * 1000L, TimeUnit.MILLISECONDS);
        }
        TimeUnit.SECONDS.sleep(seconds);
        clock.shutdownNow();
        TimeUnit.SECONDS.sleep(3); // what is on its way
    }

    private static void report(List<Visitor> visitors) {
        List<Double> times = visitors.stream()
                .flatMap(visitor -> visitor.times.stream())
                .sorted()
                .toList();
        long missing =
                visitors.stream().mapToLong(visitor -> visitor.sent.size()).sum();
        System.out.printf(
                "%d talks, %d words: median %.0f ms, p95 %.0f ms, p99 %.0f ms, slowest %.0f ms; %d not delivered%n",
                visitors.size(),
                times.size(),
                times.get(times.size() / 2),
                times.get(times.size() * 95 / 100),
                times.get(times.size() * 99 / 100),
                times.get(times.size() - 1),
                missing);
    }

    private static String load() throws IOException {
        return Files.readString(Path.of("/proc/loadavg")).strip();
    }

    /** A page with a talk. */
    private static final class Visitor {

        private final HttpClient client;
        private final String base;
        private final String token = drawn(32);

        /** What is on its way, and since when. */
        private final Map<String, Long> sent = new ConcurrentHashMap<>();

        private final Queue<Double> times = new ConcurrentLinkedQueue<>();

        Visitor(HttpClient client, String address) {
            this.client = client;
            this.base = address + "/chat/" + KEY;
        }

        void begin() throws IOException, InterruptedException {
            int status = client.send(word("/talks", "first-" + drawn(8)), BodyHandlers.discarding())
                    .statusCode();
            if (status != 204) {
                throw new IllegalStateException("No talk: " + status);
            }
        }

        void say() {
            String word = drawn(16);
            sent.put(word, System.nanoTime());
            client.sendAsync(word("/words", word), BodyHandlers.discarding()).thenAccept(answer -> {
                if (answer.statusCode() != 204) {
                    System.out.println("refused: " + answer.statusCode());
                }
            });
        }

        private HttpRequest word(String path, String client) {
            return HttpRequest.newBuilder(URI.create(base + path))
                    .header("X-Chat-Token", token)
                    .header("Content-Type", "application/json")
                    .POST(HttpRequest.BodyPublishers.ofString(
                            "{\"text\":\"%1$s\",\"client\":\"%1$s\"}".formatted(client)))
                    .build();
        }

        void listen(CountDownLatch open) {
            HttpRequest request = HttpRequest.newBuilder(URI.create(base + "/stream?after=1"))
                    .header("X-Chat-Token", token)
                    .build();
            client.sendAsync(request, BodyHandlers.ofInputStream()).thenAccept(answer -> {
                Thread reader = new Thread(() -> read(answer.body()));
                reader.setDaemon(true);
                reader.start();
                open.countDown();
            });
        }

        private void read(InputStream stream) {
            try (BufferedReader lines = new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8))) {
                for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                    long now = System.nanoTime();
                    int body = line.indexOf("\"body\":\"");
                    if (body >= 0) {
                        String word = line.substring(body + 8, line.indexOf('"', body + 8));
                        Long begun = sent.remove(word);
                        if (begun != null) {
                            times.add((now - begun) / 1e6);
                        }
                    }
                }
            } catch (IOException e) {
                System.out.println("A stream has ended: " + e.getMessage());
            }
        }

        private static String drawn(int bytes) {
            byte[] drawn = new byte[bytes];
            new Random().nextBytes(drawn);
            return HexFormat.of().formatHex(drawn);
        }
    }
}
