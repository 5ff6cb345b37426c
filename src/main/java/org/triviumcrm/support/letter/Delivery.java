package org.triviumcrm.support.letter;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;

/**
 * Where a reply is on its way to the customer, and why.
 *
 * @param address where it goes; null when nobody knew, or that is forgotten
 * @param problem what the mail server or the network said
 * @param at when it left, or is tried again
 * @param again seconds after which it may be somewhere else
 */
public record Delivery(
        DeliveryState state,
        @Nullable String address,
        @Nullable String problem,
        @Nullable Instant at,
        long again) {

    /** What a row must have for {@link #read}, of a message {@code m} with its letter {@code o}. */
    public static final String COLUMNS =
            "m.delivery, m.mail_id, m.due_at, o.state as mail_state, o.address as mail_address,"
                    + " o.problem as mail_problem, o.attempts as mail_attempts, o.changed_at as mail_changed, o.next_at as mail_next";

    public static final String JOIN = " left join outbox_mail o on o.id = m.mail_id ";

    /** The job that sends comes by that often, in seconds. */
    private static final long JOB = 3;

    /**
     * @param canLeave whether the installation sends mails
     * @return null for what was never meant to leave from here
     */
    public static @Nullable Delivery read(ResultSet row, boolean canLeave, Instant now) throws SQLException {
        String way = row.getString("delivery");
        if (way == null) {
            return null;
        }
        if (!way.equals("MAIL")) {
            return new Delivery(DeliveryState.valueOf(way), null, null, null, 0);
        }
        String mail = row.getString("mail_state");
        if (mail == null) {
            return new Delivery(DeliveryState.SENT, null, null, null, 0);
        }
        DeliveryState state = switch (mail) {
            case "SENT" -> DeliveryState.SENT;
            case "SENDING" -> DeliveryState.SENDING;
            case "UNCERTAIN" -> DeliveryState.UNCERTAIN;
            case "WAITING" -> waiting(canLeave, row.getInt("mail_attempts"));
            default -> DeliveryState.FAILED;
        };
        Instant due = row.getObject("due_at", OffsetDateTime.class).toInstant();
        long left = Math.max(0, due.getEpochSecond() - now.getEpochSecond());
        String at = state == DeliveryState.RETRYING ? "mail_next" : "mail_changed";
        return new Delivery(
                state,
                row.getString("mail_address"),
                row.getString("mail_problem"),
                row.getObject(at, OffsetDateTime.class).toInstant(),
                left + JOB);
    }

    private static DeliveryState waiting(boolean canLeave, int attempts) {
        if (!canLeave) {
            return DeliveryState.STOPPED;
        }
        return attempts == 0 ? DeliveryState.LEAVING : DeliveryState.RETRYING;
    }

    /** A code of the mail server or a sentence: what there is to say why. */
    public String why() {
        return problem == null ? "" : problem;
    }
}
