package org.triviumcrm.benchmark;

import java.io.IOException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.triviumcrm.shared.list.ListAddresses;

/**
 * Asks for every page of {@link ListAddresses} as an administrator, a manager and a representative, one after the other,
 * and says per list how long they took and which took longest.
 *
 * <p>Arguments: JDBC URL, its user and password, address of the application, password of its people, and optionally a
 * part of the path of the lists and a part of the name of the person to measure.
 */
public final class MeasureLists {

    private static final int SLOWEST = 25;

    private final WebClient client;

    private MeasureLists(WebClient client) {
        this.client = client;
    }

    public static void main(String[] args) throws SQLException, IOException, InterruptedException {
        Map<String, List<String>> addresses;
        try (Connection connection = DriverManager.getConnection(args[0], args[1], args[2])) {
            addresses = ListAddresses.of(connection);
        }
        for (String person : BenchmarkPages.PEOPLE) {
            WebClient client = new WebClient(args[3]);
            client.signIn(person, args[4]);
            MeasureLists measure = new MeasureLists(client);
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

    private void list(String person, String path, List<String> addresses) throws IOException, InterruptedException {
        for (int i = 0; i < 300; i++) {
            client.get(path);
        }
        List<Measured> all = new ArrayList<>();
        for (String address : addresses) {
            long start = System.nanoTime();
            int status = client.get(address).statusCode();
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

    private record Measured(double milliseconds, String address) {}
}
