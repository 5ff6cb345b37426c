package org.triviumcrm.benchmark;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;

/**
 * Customer service at its full size, after {@link FillDatabase}: 500,000 tickets with 5,000,000
 * messages. Once; deterministic but for the times, which end now.
 *
 * <p>Arguments: JDBC URL, user, password, and optionally how many tickets.
 */
public final class FillTickets {

    private FillTickets() {}

    public static void main(String[] args) throws SQLException {
        int count = args.length > 3 ? Integer.parseInt(args[3]) : 500_000;
        Instant start = Instant.now();
        try (Connection connection = DriverManager.getConnection(args[0], args[1], args[2])) {
            MadeUpTickets tickets = new MadeUpTickets(connection);
            tickets.insertPeople();
            TableKeys keys = new TableKeys(connection);
            keys.takeOff(MadeUpTickets.TABLES);
            try {
                tickets.insertTickets(count);
                say("tickets", start);
                tickets.insertMessages();
                say("messages", start);
                tickets.insertEvents();
                say("events", start);
                tickets.insertPromises();
                say("promises", start);
            } finally {
                keys.putBack();
            }
            say("indexes and foreign keys", start);
            try (Statement sql = connection.createStatement()) {
                for (String table : MadeUpTickets.TABLES) {
                    sql.execute("vacuum (analyze) " + table);
                }
            }
        }
        say("filled", start);
    }

    private static void say(String what, Instant start) {
        System.out.printf(
                "%-26s %5d s%n", what, Duration.between(start, Instant.now()).toSeconds());
    }
}
