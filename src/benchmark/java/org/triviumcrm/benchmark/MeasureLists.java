package org.triviumcrm.benchmark;

import java.io.IOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.triviumcrm.shared.list.ListAddresses;

/**
 * Asks for every page of {@link ListAddresses} as an administrator, a manager and a representative, one after the other,
 * and says per list how long they took and which took longest.
 *
 * <p>Arguments: JDBC URL, its user and password, address of the application, password of its people, and optionally a
 * part of the path of the lists and a part of the name of the person to measure.
 */
public final class MeasureLists {

    private static final Pattern TOKEN = Pattern.compile("name=\"_csrf\"[^>]*value=\"([^\"]+)\"");
    private static final int SLOWEST = 25;

    private final String base;
    private final HttpClient client =
            HttpClient.newBuilder().cookieHandler(new CookieManager()).build();

    private MeasureLists(String base) {
        this.base = base;
    }

    public static void main(String[] args) throws SQLException, IOException, InterruptedException {
        Map<String, List<String>> addresses;
        try (Connection connection = DriverManager.getConnection(args[0], args[1], args[2])) {
            addresses = ListAddresses.of(connection);
        }
        for (String person : BenchmarkPages.PEOPLE) {
            MeasureLists measure = new MeasureLists(args[3]);
            measure.signIn(person, args[4]);
            for (Map.Entry<String, List<String>> list : addresses.entrySet()) {
                if (chosen(args, 5, list.getKey()) && chosen(args, 6, person)) {
                    measure.list(person, list.getKey(), list.getValue());
                }
            }
        }
    }

    private static boolean chosen(String[] args, int index, String text) {
        return args.length <= index || text.contains(args[index]);
    }

    private void signIn(String person, String password) throws IOException, InterruptedException {
        Matcher token = TOKEN.matcher(get("/sign-in").body());
        if (!token.find()) {
            throw new IllegalStateException("No sign-in page at " + base);
        }
        String form =
                "_csrf=" + encoded(token.group(1)) + "&name=" + encoded(person) + "&password=" + encoded(password);
        client.send(
                HttpRequest.newBuilder(URI.create(base + "/sign-in"))
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(HttpRequest.BodyPublishers.ofString(form))
                        .build(),
                BodyHandlers.discarding());
    }

    private void list(String person, String path, List<String> addresses) throws IOException, InterruptedException {
        for (int i = 0; i < 300; i++) {
            get(path);
        }
        List<Measured> all = new ArrayList<>();
        for (String address : addresses) {
            long start = System.nanoTime();
            int status = get(address).statusCode();
            all.add(new Measured((System.nanoTime() - start) / 1e6, address));
            if (status != 200) {
                throw new IllegalStateException(status + " at " + address + " for " + person);
            }
        }
        all.sort(Comparator.comparingDouble(Measured::milliseconds));
        System.out.printf(
                "%-14s %-22s %5d pages: median %4.0f ms, p95 %4.0f ms, p99 %4.0f ms, slowest %4.0f ms%n",
                person, path, all.size(), part(all, 0.5), part(all, 0.95), part(all, 0.99), part(all, 1));
        all.subList(Math.max(0, all.size() - SLOWEST), all.size())
                .forEach(one -> System.out.printf("    %6.0f ms %s%n", one.milliseconds(), one.address()));
    }

    private static double part(List<Measured> sorted, double share) {
        return sorted.get((int) Math.min(sorted.size() - 1L, Math.round(share * sorted.size())))
                .milliseconds();
    }

    private java.net.http.HttpResponse<String> get(String path) throws IOException, InterruptedException {
        return client.send(HttpRequest.newBuilder(URI.create(base + path)).build(), BodyHandlers.ofString());
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private record Measured(double milliseconds, String address) {}
}
