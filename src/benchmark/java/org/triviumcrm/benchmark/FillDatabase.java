package org.triviumcrm.benchmark;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.SplittableRandom;

/**
 * Fills the database of a set-up but otherwise empty Trivium: a million customers, one and a half million contacts, a
 * million opportunities with their stage history, five million activities. Deterministic.
 *
 * <p>Arguments: JDBC URL, user, password, and optionally a share of the full size ({@code 0.01} for a quick try).
 */
public final class FillDatabase {

    static final String[] TABLES = {"customer", "contact", "opportunity", "stage_change", "activity"};

    private FillDatabase() {}

    public static void main(String[] args) throws SQLException {
        double share = args.length > 3 ? Double.parseDouble(args[3]) : 1;
        Size size = new Size((int) (1_000_000 * share), (int) (1_500_000 * share), (int) (1_000_000 * share), (int)
                (5_000_000 * share));
        Instant start = Instant.now();
        try (Connection connection = DriverManager.getConnection(args[0], args[1], args[2])) {
            fill(connection, size, start);
        }
        say("filled", start);
    }

    private static void fill(Connection connection, Size size, Instant start) throws SQLException {
        try (var statement = connection.createStatement()) {
            // no opportunity is written without saying how; see docs/approvals.md
            statement.execute("select set_config('trivium.passage', 'TEST', false)");
        }
        TableKeys keys = new TableKeys(connection);
        keys.takeOff(TABLES);
        SplittableRandom chance = new SplittableRandom(20261123);
        MadeUpPeople people = MadeUpPeople.insert(connection);
        say("people", start);
        MadeUpCustomers customers = new MadeUpCustomers(connection, people, chance.split());
        customers.insertCustomers(size.customers());
        say("customers", start);
        customers.insertContacts(size.contacts(), size.customers());
        say("contacts", start);
        MadeUpOpportunities opportunities = new MadeUpOpportunities(connection, people, chance.split());
        opportunities.insertOpportunities(size.opportunities(), size.customers());
        say("opportunities", start);
        opportunities.insertStageChanges();
        say("stage history", start);
        opportunities.insertActivities(size.activities(), size.opportunities(), size.customers());
        say("activities", start);
        keys.putBack();
        say("indexes and foreign keys", start);
        try (var statement = connection.createStatement()) {
            for (String table : TABLES) {
                statement.execute(
                        "select setval('" + table + "_seq', greatest(1, (select max(id) from " + table + ")) + 100)");
            }
            statement.execute("vacuum (analyze)");
        }
    }

    private static void say(String what, Instant start) {
        System.out.printf(
                "%-26s %5d s%n", what, Duration.between(start, Instant.now()).toSeconds());
    }

    record Size(int customers, int contacts, int opportunities, int activities) {}
}
