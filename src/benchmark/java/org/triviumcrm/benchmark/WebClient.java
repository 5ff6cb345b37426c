package org.triviumcrm.benchmark;

import java.io.IOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Somebody who is signed in and asks for pages, without their pictures and scripts. */
final class WebClient {

    private static final Pattern TOKEN = Pattern.compile("name=\"_csrf\"[^>]*value=\"([^\"]+)\"");

    private final String base;
    private final HttpClient client =
            HttpClient.newBuilder().cookieHandler(new CookieManager()).build();

    /** @param base address of the application */
    WebClient(String base) {
        this.base = base;
    }

    void signIn(String person, String password) throws IOException, InterruptedException {
        post("/sign-in", "/sign-in", "name=" + encoded(person) + "&password=" + encoded(password));
    }

    /**
     * Sends a form.
     *
     * @param page that has a form with the token
     * @param fields as in an address, encoded
     * @return where the answer leads, empty when it leads nowhere
     */
    Optional<String> post(String page, String path, String fields) throws IOException, InterruptedException {
        return send(token(page), path, fields).headers().firstValue("Location");
    }

    /** The same, of which only the form's own way there and back counts: milliseconds. */
    double timed(String page, String path, String fields) throws IOException, InterruptedException {
        String token = token(page);
        long start = System.nanoTime();
        HttpResponse<Void> answer = send(token, path, fields);
        double millis = (System.nanoTime() - start) / 1e6;
        if (answer.statusCode() != 302) {
            throw new IllegalStateException(answer.statusCode() + " at " + path);
        }
        return millis;
    }

    private String token(String page) throws IOException, InterruptedException {
        Matcher token = TOKEN.matcher(get(page).body());
        if (!token.find()) {
            throw new IllegalStateException("No form at " + base + page);
        }
        return token.group(1);
    }

    private HttpResponse<Void> send(String token, String path, String fields) throws IOException, InterruptedException {
        return client.send(
                HttpRequest.newBuilder(URI.create(base + path))
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(HttpRequest.BodyPublishers.ofString("_csrf=" + encoded(token) + "&" + fields))
                        .build(),
                BodyHandlers.discarding());
    }

    HttpResponse<String> get(String path) throws IOException, InterruptedException {
        return client.send(HttpRequest.newBuilder(URI.create(base + path)).build(), BodyHandlers.ofString());
    }

    static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
