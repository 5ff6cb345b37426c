package org.triviumcrm.benchmark;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The pages of customer service after {@link FillTickets}: as an administrator, who sees all, as whoever leads a team, and as an agent,
 * who sees own tickets and two queues; first one at a time, then from as many clients at once as are asked for, without a pause and
 * without the reports, which nobody opens all day.
 *
 * <p>Arguments: JDBC URL, its user and password, address of the application, password of everybody, and optionally how often each page is
 * asked for (40), how many clients at once (16, 0 for none) and what the address of a page has to contain.
 */
public final class MeasureTickets {

    private static final List<String> PEOPLE = List.of("admin", "lead.1", "agent.1.1");
    private static final Pattern NEXT = Pattern.compile("href=\"(/support/tickets\\?[^\"]*after=[^\"]*)\"");
    private static final Pattern FIRST = Pattern.compile("href=\"(/support/tickets/\\d+)\"");
    private static final String OPEN = "/support/tickets?f.status=NEW&f.status=OPEN&f.status=PENDING&f.status=ON_HOLD";

    private MeasureTickets() {}

    public static void main(String[] args) throws Exception {
        int rounds = args.length > 5 ? Integer.parseInt(args[5]) : 40;
        int clients = args.length > 6 ? Integer.parseInt(args[6]) : 16;
        String part = args.length > 7 ? args[7] : "";
        for (String person : PEOPLE) {
            WebClient client = new WebClient(args[3]);
            client.signIn(person, args[4]);
            List<String> pages = new ArrayList<>();
            try (Connection connection = DriverManager.getConnection(args[0], args[1], args[2])) {
                pages.addAll(pages(connection, client, person));
            }
            pages.removeIf(page -> !page.contains(part));
            System.out.println(person);
            PageTimes.say(client, pages, rounds);
            if (clients > 0) {
                List<String> daily = pages.stream()
                        .filter(page -> !page.startsWith("/insight"))
                        .toList();
                together(client, daily, clients, rounds / 4);
            }
        }
    }

    private static List<String> pages(Connection connection, WebClient client, String person)
            throws SQLException, IOException, InterruptedException {
        long queue = number(connection, "select id from ticket_queue order by position, id limit 1");
        String type = "/support/tickets?f.type=" + number(connection, "select min(id) from ticket_type");
        String word = client.get(OPEN).body();
        String ticket = found(FIRST, word);
        String next = found(NEXT, word).replace("&amp;", "&");
        String solved = "/support/tickets?f.status=CLOSED&sort=-solvedAt";
        List<String> pages = new ArrayList<>(List.of(
                "/",
                "/support/tickets",
                OPEN + "&f.owner=me",
                OPEN + "&f.owner.empty=",
                OPEN + "&f.queue=" + queue,
                OPEN + "&sort=dueAt",
                OPEN + "&sort=-priority",
                OPEN + "&sort=-createdAt",
                OPEN + "&f.promise=BROKEN&sort=dueAt",
                next,
                "/support/tickets?view=0&sort=-createdAt",
                "/support/tickets?view=0&sort=-updatedAt",
                solved,
                found(NEXT, client.get(solved).body()).replace("&amp;", "&"),
                type + "&f.status=CLOSED&sort=-createdAt",
                "/support/tickets?f.channel=PHONE&sort=name",
                "/support/tickets?f.customer=1&sort=-createdAt",
                "/support/tickets?f.createdAt=last-month&sort=-createdAt",
                "/support/tickets?f.satisfaction=1..2&sort=-solvedAt",
                "/support/tickets?f.name=pump&sort=-createdAt",
                "/support/tickets?f.name.contains=leaks&sort=-createdAt",
                "/support/tickets?f.name.contains=" + WebClient.encoded("漏水") + "&sort=-createdAt",
                "/support/board",
                "/support/board?f.queue=" + queue,
                "/support/board?f.owner=me",
                ticket,
                ticket + "/promises",
                "/search?q=" + WebClient.encoded("does not start"),
                "/search?q=leaks",
                "/search?q=" + WebClient.encoded("漏水"),
                "/search?q=%23487654",
                "/search?q=487654",
                "/support/customers/1/tickets",
                "/customers/1"));
        if (person.equals("admin")) {
            pages.add("/support/tickets/5007");
        }
        if (!person.startsWith("agent")) {
            pages.add("/insight/tickets");
            pages.add("/insight/tickets?cut=QUEUE&from=2026-01-01&to=2026-12-31");
            pages.add("/insight/tickets?cut=LEVEL");
        }
        return pages;
    }

    private static String found(Pattern pattern, String page) {
        Matcher found = pattern.matcher(page);
        if (!found.find()) {
            throw new IllegalStateException("No " + pattern + " in the page");
        }
        return found.group(1);
    }

    private static long number(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(sql)) {
            row.next();
            return row.getLong(1);
        }
    }

    /** Each client asks for all pages, beginning with another one. */
    private static void together(WebClient client, List<String> pages, int clients, int rounds) throws Exception {
        List<List<Double>> times = new ArrayList<>();
        pages.forEach(page -> times.add(new ArrayList<>()));
        ExecutorService threads = Executors.newFixedThreadPool(clients);
        try {
            List<Future<?>> all = new ArrayList<>();
            for (int i = 0; i < clients; i++) {
                int begin = i * pages.size() / clients;
                all.add(threads.submit(() -> {
                    for (int step = 0; step < rounds * pages.size(); step++) {
                        int page = (begin + step) % pages.size();
                        double millis = timed(client, pages.get(page));
                        synchronized (times) {
                            times.get(page).add(millis);
                        }
                    }
                    return null;
                }));
            }
            for (Future<?> one : all) {
                one.get();
            }
        } finally {
            threads.shutdown();
        }
        System.out.println(clients + " clients at once, load "
                + Files.readString(Path.of("/proc/loadavg")).strip());
        for (int page = 0; page < pages.size(); page++) {
            List<Double> sorted = times.get(page).stream().sorted().toList();
            System.out.printf(
                    "%-80s median %4.0f ms, p95 %4.0f ms%n",
                    pages.get(page), sorted.get(sorted.size() / 2), sorted.get(sorted.size() * 95 / 100));
        }
    }

    private static double timed(WebClient client, String page) throws IOException, InterruptedException {
        long start = System.nanoTime();
        int status = client.get(page).statusCode();
        if (status != 200) {
            throw new IllegalStateException(status + " at " + page);
        }
        return (System.nanoTime() - start) / 1e6;
    }
}
