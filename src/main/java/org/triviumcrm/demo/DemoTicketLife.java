package org.triviumcrm.demo;

import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.time.Duration;
import java.time.Instant;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/**
 * How far a ticket of the demo is.
 *
 * @param since since when it has this status
 * @param replied when the agent answered; null while nobody has
 * @param answered when the customer wrote again; null when that has not happened
 * @param solved null while it is open
 */
record DemoTicketLife(
        String status,
        Instant since,
        @Nullable Instant replied,
        @Nullable Instant answered,
        @Nullable Instant solved) {

    private static final Duration CLOSED_AFTER = Duration.ofDays(7);

    static DemoTicketLife of(NamedCsvRecord row, Instant opened, Instant now, RandomGenerator chance) {
        boolean urgent = row.getField("priority").equals("URGENT");
        Instant replied = opened.plus(Duration.ofMinutes(15 + chance.nextLong(urgent ? 60 : 900)));
        if (replied.isAfter(now)) {
            return new DemoTicketLife("NEW", opened, null, null, null);
        }
        Instant answered = replied.plus(Duration.ofMinutes(30 + chance.nextLong(1200)));
        boolean answers = !row.getField("answer").isEmpty();
        if (answers && answered.isAfter(now)) {
            return new DemoTicketLife("PENDING", replied, replied, null, null);
        }
        Instant told = answers ? answered : replied;
        Instant solved = told.plus(Duration.ofMinutes(10 + chance.nextLong(2000)));
        if (solved.isAfter(now)) {
            return new DemoTicketLife(answers ? "OPEN" : "ON_HOLD", told, replied, answers ? answered : null, null);
        }
        Instant closed = solved.plus(CLOSED_AFTER);
        boolean over = closed.isBefore(now);
        return new DemoTicketLife(
                over ? "CLOSED" : "SOLVED", over ? closed : solved, replied, answers ? answered : null, solved);
    }

    boolean isNew() {
        return replied == null;
    }

    boolean waits() {
        return status.equals("NEW") || status.equals("OPEN");
    }
}
