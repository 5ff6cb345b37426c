package org.triviumcrm.insight.people;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A record that wants something done, and why.
 *
 * @param kind OPPORTUNITY, QUOTE for one of none that is open, TASK for one about something else
 * @param id of the opportunity, the quote or the task
 * @param about what a task is about, such as {@code customer:42}
 * @param worth in the company's currency
 * @param overdue the day on which it should have been signed; null when that has not passed
 * @param idleSince nobody has talked to the customer since; null when it is not long ago
 * @param stepless whether nothing is planned
 * @param quoteId one that was sent and expires soon without an answer
 * @param task one that should have been done
 */
public record NextAction(
        String kind,
        long id,
        String name,
        @Nullable String customer,
        @Nullable String about,
        BigDecimal worth,
        @Nullable BigDecimal amount,
        @Nullable String currency,
        @Nullable LocalDate overdue,
        @Nullable Instant idleSince,
        boolean stepless,
        @Nullable Long quoteId,
        @Nullable String quoteNumber,
        @Nullable LocalDate quoteValidUntil,
        @Nullable String task,
        @Nullable Instant taskAt) {

    /** Nobody has talked to the customer for more days than these. */
    static final int IDLE_DAYS = 14;

    /** A quote that expires within so many days wants an answer. */
    static final int QUOTE_DAYS = 7;

    /** @param key of the message, with its arguments */
    public record Reason(String key, Object... arguments) {}

    /** All that is to be said of it, the most urgent first. */
    public List<Reason> reasons(LocalDate today, ZoneId zone) {
        List<Reason> reasons = new ArrayList<>();
        if (overdue != null) {
            reasons.add(new Reason("overdue", ChronoUnit.DAYS.between(overdue, today)));
        }
        if (quoteValidUntil != null && quoteNumber != null) {
            reasons.add(new Reason("quote", quoteNumber, ChronoUnit.DAYS.between(today, quoteValidUntil)));
        }
        if (task != null && taskAt != null) {
            reasons.add(new Reason("task", task));
        }
        if (idleSince != null) {
            reasons.add(new Reason("idle", ChronoUnit.DAYS.between(LocalDate.ofInstant(idleSince, zone), today)));
        }
        if (stepless) {
            reasons.add(new Reason("stepless"));
        }
        return reasons;
    }

    /** The page of what it is about; null for a task. */
    public @Nullable String href() {
        return switch (kind) {
            case "OPPORTUNITY" -> "/sales/opportunities/" + id;
            case "QUOTE" -> "/sales/quotes/" + id;
            default -> null;
        };
    }

    /** What can be written of it: the record that activities are about. */
    public String subject() {
        return about == null ? kind.toLowerCase(java.util.Locale.ROOT) + ":" + id : about;
    }
}
