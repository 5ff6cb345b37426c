package org.triviumcrm.benchmark;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jsoup.Connection;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.FormElement;

/**
 * Mines a running Trivium through its pages: asks a question, learns from what is proposed, and asks the tree about everybody; says how long
 * each step takes. Or counts segments as their form does while somebody types.
 *
 * <p>Arguments: address, sign-in name, password; then {@code mine} with the key of a question (such as {@code bought}) and the number of
 * what it is about (such as the product), or {@code segments} with an industry that customers are of.
 */
public final class MeasureMining {

    private static final Duration PATIENCE = Duration.ofHours(2);
    private static final long PAUSE_MILLIS = 200;
    private static final int ROUNDS = 20;
    private static final String MINING = "/marketing/mining";

    private final Connection session = Jsoup.newSession().maxBodySize(0).timeout((int) PATIENCE.toMillis());
    private final String address;

    private MeasureMining(String address) {
        this.address = address;
    }

    public static void main(String[] args) throws IOException, InterruptedException {
        MeasureMining measure = new MeasureMining(args[0]);
        measure.signIn(args[1], args[2]);
        if (args[3].equals("mine")) {
            measure.mine(args[4], args.length > 5 ? args[5] : null);
        } else {
            measure.segments(args[4]);
        }
    }

    private void signIn(String name, String password) throws IOException {
        FormElement form = form(page("/sign-in"), "form:has(#password)");
        form.selectXpath("//input[@id='name']").val(name);
        form.selectXpath("//input[@id='password']").val(password);
        if (form.submit().execute().parse().location().contains("sign-in")) {
            throw new IllegalStateException("Not signed in");
        }
    }

    private void mine(String question, String thing) throws IOException, InterruptedException {
        FormElement ask = form(page(MINING + "/new?question=" + question), "main form[action$='" + MINING + "']");
        Connection asked = ask.submit();
        asked.request()
                .data()
                .removeIf(part -> part.key().equals("name") || part.key().equals("thing"));
        asked.data("name", "Measured");
        if (thing != null) {
            asked.data("thing", thing);
        }
        Instant start = Instant.now();
        Document training = asked.execute().parse();
        start = say("looking at attributes", start);
        FormElement train = form(training, "main form[action$='/training']");
        System.out.println(training.select("main .card-body p").eachText());
        System.out.println(train.select("input[name=attributes][checked]").size() + " attributes");
        String model = training.location().replaceAll(".*" + MINING, MINING).replaceAll("/training$", "");
        start = Instant.now();
        train.submit().execute();
        Document learned = waited(model);
        start = say("learning", start);
        learned.select("main dl dt").eachText().forEach(System.out::println);
        start = Instant.now();
        form(learned, "form[action$='/scoring']").submit().execute();
        Document scored = waited(model);
        say("scoring", start);
        System.out.println(scored.select("#mining-status p").eachText());
    }

    private Document waited(String model) throws IOException, InterruptedException {
        Document page = page(model);
        while (page.selectFirst("#mining-status[hx-get]") != null) {
            Thread.sleep(PAUSE_MILLIS);
            page = page(model);
        }
        return page;
    }

    private void segments(String industry) throws IOException {
        String token = page("/customers/segments/new").select("[name=_csrf]").attr("value");
        count(
                token,
                List.of(one("industry", "IS", industry), one("employees", "AT_LEAST", "100"), did("bought", 2, 365)));
        count(token, List.of(one("valueClass", "IS", "A"), one("industry", "IS", industry), did("asked", 1, 180)));
        count(token, List.of(did("bought", 1, 365), did("spoken", 1, 90), one("employees", "AT_LEAST", "50")));
    }

    private record Asked(String field, String comparison, String value, int days) {}

    private static Asked one(String field, String comparison, String value) {
        return new Asked(field, comparison, value, 0);
    }

    private static Asked did(String field, int times, int days) {
        return new Asked(field, "AT_LEAST", String.valueOf(times), days);
    }

    private void count(String token, List<Asked> conditions) throws IOException {
        List<Double> times = new ArrayList<>();
        String found = "";
        for (int round = 0; round < ROUNDS * 3 / 2; round++) {
            Connection request = session.newRequest(address + "/customers/segments/count")
                    .method(Connection.Method.POST)
                    .header("HX-Request", "true")
                    .data("_csrf", token)
                    .data("name", "Measured")
                    .data("when.joining", "ALL");
            for (int i = 0; i < conditions.size(); i++) {
                Asked one = conditions.get(i);
                String place = "when.conditions[" + i + "].";
                request.data(place + "field", one.field())
                        .data(place + "comparison", one.comparison())
                        .data(place + "value", one.value());
                if (one.days() > 0) {
                    request.data(place + "days", String.valueOf(one.days()));
                }
            }
            long start = System.nanoTime();
            found = request.execute().parse().text();
            if (round >= ROUNDS / 2) {
                times.add((System.nanoTime() - start) / 1e6);
            }
        }
        times.sort(null);
        System.out.printf(
                "median %4.0f ms, p95 %4.0f ms, slowest %4.0f ms: %s%n",
                times.get(ROUNDS / 2), times.get(ROUNDS * 95 / 100), times.get(ROUNDS - 1), found);
    }

    private Document page(String path) throws IOException {
        return session.newRequest(address + path).get();
    }

    private static FormElement form(Document page, String query) {
        Element form = page.selectFirst(query);
        if (form instanceof FormElement found) {
            return found;
        }
        throw new IllegalStateException("No " + query + " on " + page.location() + ":\n"
                + page.select(".alert").text());
    }

    private static Instant say(String what, Instant start) {
        Instant now = Instant.now();
        System.out.printf("%-22s %7.1f s%n", what, Duration.between(start, now).toMillis() / 1000.0);
        return now;
    }
}
