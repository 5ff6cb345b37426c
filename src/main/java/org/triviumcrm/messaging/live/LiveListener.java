package org.triviumcrm.messaging.live;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Arrays;
import java.util.List;
import java.util.Properties;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;
import org.postgresql.PGNotification;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;
import org.triviumcrm.messaging.LiveRoomListener;

/**
 * Hears the signals of all nodes on one connection of its own, outside of the pool; connects again when that is lost, and then has
 * all counts read anew. While it can't, pages ask from time to time.
 */
@Component
class LiveListener implements SmartLifecycle {

    /** Stands behind the topic of a signal; one without a topic is about counts. */
    static final char TOPIC_END = '>';

    /** Begins a signal that is about a room. */
    static final char ROOM = '!';

    private static final int PROBED_MILLIS = 15_000;
    private static final int LONGEST_PAUSE_SECONDS = 30;
    private static final Logger LOG = LoggerFactory.getLogger(LiveListener.class);

    private final JdbcConnectionDetails database;
    private final LiveStreams streams;
    private final List<LiveRoomListener> rooms;
    private volatile boolean running;
    private volatile @Nullable Connection connection;
    private @Nullable Thread thread;

    LiveListener(JdbcConnectionDetails database, LiveStreams streams, List<LiveRoomListener> rooms) {
        this.database = database;
        this.streams = streams;
        this.rooms = rooms;
    }

    private void listen() {
        int pause = 1;
        while (running) {
            try (Connection own = connect()) {
                connection = own;
                streams.changed();
                rooms.forEach(LiveRoomListener::missed);
                pause = 1;
                hear(own);
            } catch (SQLException e) {
                if (running) {
                    LOG.warn("Live counts have lost the database and try again in {} s: {}", pause, e.getMessage());
                    rest(pause);
                    pause = Math.min(LONGEST_PAUSE_SECONDS, pause * 2);
                }
            }
        }
    }

    private void hear(Connection own) throws SQLException {
        PGConnection postgres = own.unwrap(PGConnection.class);
        while (running) {
            PGNotification[] signals = postgres.getNotifications(PROBED_MILLIS);
            if (signals == null || signals.length == 0) {
                probe(own);
                continue;
            }
            for (PGNotification signal : signals) {
                hear(signal.getParameter());
            }
        }
    }

    private void hear(String signal) {
        int end = signal.indexOf(TOPIC_END);
        if (end > 0 && signal.charAt(0) == ROOM) {
            String room = signal.substring(1, end);
            String word = signal.substring(end + 1);
            rooms.forEach(listener -> listener.heard(room, word));
        } else if (end < 0) {
            streams.changed(people(signal));
        } else {
            streams.changed(signal.substring(0, end), people(signal.substring(end + 1)));
        }
    }

    /** Ids separated by commas; others may use the channel's name, so what is no id is passed over. */
    static List<Long> people(String signal) {
        return Arrays.stream(signal.split(","))
                .filter(id -> id.matches("\\d{1,18}"))
                .map(Long::valueOf)
                .toList();
    }

    private Connection connect() throws SQLException {
        Properties properties = new Properties();
        if (database.getUsername() != null) {
            properties.setProperty("user", database.getUsername());
        }
        if (database.getPassword() != null) {
            properties.setProperty("password", database.getPassword());
        }
        properties.setProperty("tcpKeepAlive", "true");
        properties.setProperty("connectTimeout", "10");
        properties.setProperty("ApplicationName", "trivium live");
        Connection own = DriverManager.getConnection(database.getJdbcUrl(), properties);
        try (Statement statement = own.createStatement()) {
            statement.execute("listen " + LiveSignalRepository.CHANNEL);
        }
        return own;
    }

    /** A connection that the network has swallowed never says so by itself. */
    private static void probe(Connection own) throws SQLException {
        if (!own.isValid(5)) {
            throw new SQLException("the connection is gone");
        }
    }

    private void rest(int seconds) {
        try {
            TimeUnit.SECONDS.sleep(seconds);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            running = false;
        }
    }

    @Override
    public void start() {
        running = true;
        Thread listening = new Thread(this::listen, "live-listener");
        listening.setDaemon(true);
        listening.start();
        thread = listening;
    }

    @Override
    public void stop() {
        running = false;
        Connection own = connection;
        try {
            if (own != null) {
                own.abort(Runnable::run);
            }
        } catch (SQLException e) {
            // it is gone, which was wanted
        }
        if (thread != null) {
            thread.interrupt();
        }
    }

    @Override
    public boolean isRunning() {
        return running;
    }
}
