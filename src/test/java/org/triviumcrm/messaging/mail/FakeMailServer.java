package org.triviumcrm.messaging.mail;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicInteger;

/** A mail server that misbehaves as it is told, and counts the messages it was given to the end. */
public final class FakeMailServer implements AutoCloseable {

    /** What it does with a message. */
    public enum Mood {
        /** 550 to each receiver. */
        REFUSES,
        /** 451 to each receiver. */
        IS_BUSY,
        /** Takes the whole message, then hangs up without a word. */
        HANGS_UP,
        /** Takes the whole message, then says nothing for a minute. */
        IS_SILENT
    }

    private final ServerSocket socket;
    private final Mood mood;
    private final AtomicInteger taken = new AtomicInteger();

    public FakeMailServer(Mood mood) throws IOException {
        this.mood = mood;
        this.socket = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        Thread thread = new Thread(this::serve);
        thread.setDaemon(true);
        thread.start();
    }

    public int port() {
        return socket.getLocalPort();
    }

    /** Messages whose last line has come in. */
    public int taken() {
        return taken.get();
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }

    private void serve() {
        while (!socket.isClosed()) {
            try {
                Socket client = socket.accept();
                Thread thread = new Thread(() -> talk(client));
                thread.setDaemon(true);
                thread.start();
            } catch (IOException e) {
                return;
            }
        }
    }

    private void talk(Socket client) {
        try (client;
                BufferedReader in =
                        new BufferedReader(new InputStreamReader(client.getInputStream(), StandardCharsets.UTF_8))) {
            say(client, "220 fake");
            boolean data = false;
            for (String line = in.readLine(); line != null; line = in.readLine()) {
                String command = line.toUpperCase(Locale.ROOT);
                if (data) {
                    if (line.equals(".")) {
                        taken.incrementAndGet();
                        if (mood == Mood.IS_SILENT) {
                            Thread.sleep(60_000);
                        }
                        return;
                    }
                } else if (command.startsWith("RCPT") && mood == Mood.REFUSES) {
                    say(client, "550 no such user here");
                } else if (command.startsWith("RCPT") && mood == Mood.IS_BUSY) {
                    say(client, "451 come back later");
                } else if (command.startsWith("DATA")) {
                    data = true;
                    say(client, "354 go on");
                } else {
                    say(client, "250 fine");
                }
            }
        } catch (IOException e) {
            // the client has gone
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static void say(Socket client, String line) throws IOException {
        client.getOutputStream().write((line + "\r\n").getBytes(StandardCharsets.UTF_8));
        client.getOutputStream().flush();
    }
}
