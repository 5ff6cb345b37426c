package org.triviumcrm.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The application in a process of its own on one of the test databases, as one of several nodes. */
public final class NodeProcess implements AutoCloseable {

    private static final Pattern STARTED = Pattern.compile("Tomcat started on port (\\d+)[\\s\\S]*Started ");
    private static final long PATIENCE = TimeUnit.MINUTES.toNanos(3);

    private final Process process;
    private final Path output;

    private NodeProcess(Process process, Path output) {
        this.process = process;
        this.output = output;
    }

    /** Begins to start; {@link #port()} waits until it answers. */
    public static NodeProcess start(Class<?> main, String database, Path output, String... arguments)
            throws IOException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx256m",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("java.class.path"),
                main.getName(),
                "--spring.main.sources=" + QuickPasswords.class.getName(),
                "--server.port=0",
                "--spring.datasource.url=" + TestServer.database(database),
                "--spring.datasource.username=" + TestServer.user(),
                "--spring.datasource.password=" + TestServer.user(),
                "--spring.datasource.hikari.maximum-pool-size=6"));
        command.addAll(List.of(arguments));
        Process process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(output.toFile())
                .start();
        return new NodeProcess(process, output);
    }

    /** Where its pages are, once it has started. */
    public int port() throws InterruptedException {
        for (long end = System.nanoTime() + PATIENCE; System.nanoTime() < end; TimeUnit.MILLISECONDS.sleep(100)) {
            Matcher started = STARTED.matcher(output());
            if (started.find()) {
                return Integer.parseInt(started.group(1));
            }
            if (!process.isAlive()) {
                break;
            }
        }
        throw new IllegalStateException("The node did not start: " + output());
    }

    /** What it has said so far. */
    public String output() {
        try {
            return Files.readString(output);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Without a word, as by kill -9. */
    public void kill() throws InterruptedException {
        process.destroyForcibly().waitFor();
    }

    @Override
    public void close() {
        process.destroy();
        try {
            if (!process.waitFor(30, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }
}
