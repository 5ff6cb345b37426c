package org.triviumcrm.benchmark;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jsoup.Connection.KeyVal;
import org.jsoup.Jsoup;
import org.jsoup.nodes.FormElement;

/**
 * How long it takes to save a draft quote of 500 lines of which each has changed, and to lay out one of 100 as PDF, in a database that {@link
 * FillDatabase} has filled. The form is sent as its page has it; the quote has two lines again at the end.
 *
 * <p>Arguments: JDBC address, user and password of the database; address of the application, an administrator's sign-in name and
 * password; optionally how often each (30).
 */
public final class MeasureBigQuote {

    private static final int WARM = 10;
    private static final int LINES = 500;
    private static final int PRINTED = 100;

    private MeasureBigQuote() {}

    public static void main(String[] args) throws SQLException, IOException, InterruptedException {
        int rounds = args.length > 6 ? Integer.parseInt(args[6]) : 30;
        WebClient client = new WebClient(args[3]);
        client.signIn(args[4], args[5]);
        long quote;
        try (Connection connection = DriverManager.getConnection(args[0], args[1], args[2]);
                Statement sql = connection.createStatement();
                ResultSet found = sql.executeQuery(
                        "select id from quote where state = 'DRAFT' and approval_case_id is null order by id limit 1")) {
            found.next();
            quote = found.getLong(1);
        }
        String place = "/sales/quotes/" + quote;
        System.out.println("load " + Files.readString(Path.of("/proc/loadavg")).strip());
        List<Double> saved = new ArrayList<>();
        for (int round = 0; round < WARM + rounds; round++) {
            saved.add(client.timed(place + "/edit", place, form(client, place, LINES, 1 + round % 7)));
        }
        say("saved with " + LINES + " lines", saved);
        client.post(place + "/edit", place, form(client, place, PRINTED, 1));
        List<Double> printed = new ArrayList<>();
        for (int round = 0; round < WARM + rounds; round++) {
            client.post(place, place + "/release", "");
            long start = System.nanoTime();
            int status = client.get(place + "/paper.pdf").statusCode();
            printed.add((System.nanoTime() - start) / 1e6);
            if (status != 200) {
                throw new IllegalStateException(status + " for the PDF");
            }
            client.post(place, place + "/withdrawal", ""); // what is released again is laid out anew
        }
        say("PDF of " + PRINTED + " lines", printed);
        client.post(place + "/edit", place, form(client, place, 2, 1));
        System.out.println("load " + Files.readString(Path.of("/proc/loadavg")).strip());
    }

    /** The form as its page has it, with its first line as often as is asked for. */
    private static String form(WebClient client, String place, int lines, int quantity)
            throws IOException, InterruptedException {
        FormElement form =
                (FormElement) Jsoup.parse(client.get(place + "/edit").body()).expectFirst("form:has([name=quotedOn])");
        StringBuilder fields = new StringBuilder();
        List<KeyVal> first = new ArrayList<>();
        for (KeyVal field : form.formData()) {
            if (field.key().startsWith("lines[0]")) {
                first.add(field);
            } else if (!field.key().startsWith("lines[") && !field.key().equals("_csrf")) {
                add(
                        fields,
                        field.key(),
                        field.key().equals("validUntil")
                                ? LocalDate.now().plusDays(30).toString()
                                : field.value());
            }
        }
        for (int line = 0; line < lines; line++) {
            for (KeyVal field : first) {
                String key = field.key().replace("[0]", "[" + line + "]");
                add(fields, key, key.endsWith(".quantity") ? String.valueOf(quantity) : field.value());
            }
        }
        return fields.substring(1);
    }

    private static void add(StringBuilder fields, String key, String value) {
        fields.append('&').append(WebClient.encoded(key)).append('=').append(WebClient.encoded(value));
    }

    private static void say(String what, List<Double> all) {
        List<Double> times = new ArrayList<>(all.subList(WARM, all.size()));
        times.sort(null);
        System.out.printf(
                "%s: median %.0f ms, p95 %.0f ms, slowest %.0f ms%n",
                what, times.get(times.size() / 2), times.get(times.size() * 95 / 100), times.get(times.size() - 1));
    }
}
