package org.triviumcrm.benchmark;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** How long pages take, one after the other, from the client with the whole page. */
final class PageTimes {

    private PageTimes() {}

    /** Says the times of each, after half as many rounds for warming up, and the load of the machine before and after. */
    static void say(WebClient client, List<String> pages, int rounds) throws IOException, InterruptedException {
        System.out.println("load " + Files.readString(Path.of("/proc/loadavg")).strip());
        for (String page : pages) {
            measure(client, page, rounds);
        }
        System.out.println("load " + Files.readString(Path.of("/proc/loadavg")).strip());
    }

    private static void measure(WebClient client, String page, int rounds) throws IOException, InterruptedException {
        for (int i = 0; i < rounds / 2; i++) {
            client.get(page);
        }
        List<Double> times = new ArrayList<>();
        for (int i = 0; i < rounds; i++) {
            long start = System.nanoTime();
            int status = client.get(page).statusCode();
            times.add((System.nanoTime() - start) / 1e6);
            if (status != 200) {
                throw new IllegalStateException(status + " at " + page);
            }
        }
        times.sort(null);
        System.out.printf(
                "%-60s median %4.0f ms, p95 %4.0f ms, slowest %4.0f ms%n",
                page, times.get(rounds / 2), times.get(rounds * 95 / 100), times.get(rounds - 1));
    }
}
