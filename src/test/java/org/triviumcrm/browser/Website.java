package org.triviumcrm.browser;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;

/** A website of another origin, of one page, whose styles would spoil a chat that did not keep to itself. */
final class Website implements AutoCloseable {

    private final HttpServer server;
    private volatile String html = "";

    Website() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.createContext("/", exchange -> {
            byte[] page = html.getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().set("Content-Type", "text/html; charset=utf-8");
            exchange.sendResponseHeaders(200, page.length);
            try (OutputStream body = exchange.getResponseBody()) {
                body.write(page);
            }
        });
        server.start();
    }

    /** Its address, with a slash at the end. */
    String origin() {
        return "http://127.0.0.1:" + server.getAddress().getPort() + "/";
    }

    /** @param snippet the line that an administrator has copied into it */
    void shows(String snippet, String language) {
        html = """
                <!DOCTYPE html><html lang="%s"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><title>Shop</title>
                <style>button { display: none } * { color: red }</style></head><body><main><h1>Shop</h1></main>%s</body></html>""".formatted(language, snippet);
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
