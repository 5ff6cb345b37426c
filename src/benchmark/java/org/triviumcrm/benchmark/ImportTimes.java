package org.triviumcrm.benchmark;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import org.jsoup.Connection;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.FormElement;

/**
 * Imports a file into a running Trivium through its pages, as guessed and proposed, and says how long each part takes.
 *
 * <p>Arguments: address, sign-in name, password, what the file holds (such as {@code customer}), the file or a number of
 * made-up customers, and optionally {@code undo}.
 */
public final class ImportTimes {

    private static final Duration PATIENCE = Duration.ofHours(2);
    private static final long PAUSE_MILLIS = 200;

    private final Connection session =
            Jsoup.newSession().ignoreHttpErrors(false).maxBodySize(0).timeout((int) PATIENCE.toMillis());
    private final String address;

    private ImportTimes(String address) {
        this.address = address;
    }

    public static void main(String[] args) throws IOException, InterruptedException {
        ImportTimes times = new ImportTimes(args[0]);
        times.signIn(args[1], args[2]);
        boolean madeUp = args[4].matches("\\d+");
        Path file = madeUp ? CustomerFile.write(Integer.parseInt(args[4])) : Path.of(args[4]);
        System.out.printf("%s, %,d bytes%n", file.getFileName(), Files.size(file));
        try {
            times.move(args[3], file, args.length > 5);
        } finally {
            if (madeUp) {
                Files.delete(file);
            }
        }
    }

    private void signIn(String name, String password) throws IOException {
        FormElement form = form(page("/sign-in"), "form:has(#password)");
        form.selectXpath("//input[@id='name']").val(name);
        form.selectXpath("//input[@id='password']").val(password);
        Document next = form.submit().execute().parse();
        if (next.location().contains("sign-in")) {
            throw new IllegalStateException("Not signed in");
        }
    }

    private void move(String target, Path file, boolean undo) throws IOException, InterruptedException {
        Instant start = Instant.now();
        Document page = upload(target, file);
        String id = page.location().replaceAll("\\D*\\d*.*/imports/(\\d+)/.*", "$1");
        start = say("upload", start);
        form(page, "form[action$=/columns]").submit().execute();
        page = waited(id);
        start = say("check", start);
        if (page.location().endsWith("/questions")) {
            form(page, "form[action$=/questions]").submit().execute();
            page = waited(id);
            start = say("check with answers", start);
        }
        form(page, "form[action$=/run]").submit().execute();
        page = waited(id);
        say("import", start);
        page.select("#status li").eachText().forEach(System.out::println);
        if (undo) {
            start = Instant.now();
            form(page, "form[action$=/undo]").submit().execute();
            waited(id);
            say("undo", start);
        }
    }

    private Document upload(String target, Path file) throws IOException {
        FormElement form = form(page("/imports"), "form:has(#file)");
        try (InputStream content = Files.newInputStream(file)) {
            Connection request = form.submit();
            request.request().data().removeIf(part -> part.key().equals("target"));
            return request.data("target", target)
                    .data("file", file.getFileName().toString(), content)
                    .execute()
                    .parse();
        }
    }

    /** The page of the import once nobody works on it. */
    private Document waited(String id) throws IOException, InterruptedException {
        Document page = page("/imports/" + id);
        while (page.selectFirst("#status[hx-get]") != null) {
            Thread.sleep(PAUSE_MILLIS);
            page = page("/imports/" + id);
        }
        return page;
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
                + page.select("#status, .alert").text());
    }

    private static Instant say(String what, Instant start) {
        Instant now = Instant.now();
        System.out.printf("%-20s %7.1f s%n", what, Duration.between(start, now).toMillis() / 1000.0);
        return now;
    }
}
