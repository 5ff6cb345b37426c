package org.triviumcrm.benchmark;

import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Locale;
import java.util.UUID;

/**
 * Lays mails into the database as they lie there once they were fetched, all at once, and says how long the running application takes to
 * read them and to give each its ticket. Each conversation is a first mail and as many answers as are asked for, from an address of its own.
 *
 * <p>Arguments: JDBC URL, its user and password, and optionally how many mails (10000) and how many of them a conversation has (2).
 */
public final class MeasureMail {

    private static final String BODY =
            "The machine has stopped, and the display says E-17. We have tried to start it again.\r\n";
    private static final int LINES = 20;
    private static final int LONGEST_SECONDS = 900;

    private MeasureMail() {}

    public static void main(String[] args) throws SQLException, InterruptedException {
        int mails = args.length > 3 ? Integer.parseInt(args[3]) : 10_000;
        int each = args.length > 4 ? Integer.parseInt(args[4]) : 2;
        try (Connection connection = DriverManager.getConnection(args[0], args[1], args[2])) {
            try (Statement sql = connection.createStatement()) {
                sql.execute("set statement_timeout = '60s'");
            }
            long before = number(connection, "select count(*) from ticket where channel = 'EMAIL'");
            insert(connection, mails, each, UUID.randomUUID().toString());
            long start = System.nanoTime();
            long left = mails;
            while (left > 0 && System.nanoTime() - start < LONGEST_SECONDS * 1_000_000_000L) {
                Thread.sleep(1000);
                left = number(connection, "select count(*) from inbound_mail where state = 'NEW'");
            }
            double seconds = (System.nanoTime() - start) / 1e9;
            System.out.printf(
                    Locale.ROOT,
                    "%d mails in %.1f s (%.0f a second), %d left, %d new tickets, %d in the tray%n",
                    mails,
                    seconds,
                    mails / seconds,
                    left,
                    number(connection, "select count(*) from ticket where channel = 'EMAIL'") - before,
                    number(connection, "select count(*) from inbound_mail where state = 'TRAY'"));
        }
    }

    private static void insert(Connection connection, int mails, int each, String run) throws SQLException {
        connection.setAutoCommit(false);
        try (PreparedStatement mail = connection.prepareStatement("""
                        insert into inbound_mail (id, key, received_at, size_bytes, state, next_at, sender, subject)
                        values (?, ?, now(), ?, 'NEW', now(), ?, ?)""");
                PreparedStatement content = connection.prepareStatement(
                        "insert into inbound_mail_chunk (mail_id, position, bytes) values (?, 0, ?)")) {
            for (int i = 0; i < mails; i++) {
                long id = number(connection, "select nextval('inbound_mail_seq')");
                int talk = i / each;
                String sender = "customer" + talk + "@" + run + ".example";
                byte[] raw = raw(i, each, sender, run);
                mail.setLong(1, id);
                mail.setString(2, run + i);
                mail.setInt(3, raw.length);
                mail.setString(4, sender);
                mail.setString(5, "Machine " + talk);
                mail.addBatch();
                content.setLong(1, id);
                content.setBytes(2, raw);
                content.addBatch();
            }
            mail.executeBatch();
            content.executeBatch();
        }
        connection.commit();
        connection.setAutoCommit(true);
    }

    private static byte[] raw(int number, int each, String sender, String run) {
        int talk = number / each;
        String answers = number % each == 0 ? "" : "In-Reply-To: <" + (number - 1) + "@" + run + ">\r\n";
        String text = "Message-ID: <" + number + "@" + run + ">\r\nFrom: Customer " + talk + " <" + sender + ">\r\n"
                + "To: support@example.com\r\nSubject: Machine " + talk + "\r\n" + answers
                + "Content-Type: multipart/alternative; boundary=b\r\n\r\n--b\r\nContent-Type: text/plain\r\n\r\n"
                + BODY.repeat(LINES) + "\r\n--b\r\nContent-Type: text/html\r\n\r\n<p>" + BODY.repeat(LINES)
                + "</p>\r\n--b--\r\n";
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static long number(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet found = statement.executeQuery(sql)) {
            found.next();
            return found.getLong(1);
        }
    }
}
