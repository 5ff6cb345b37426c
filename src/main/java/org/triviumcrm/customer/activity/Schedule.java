package org.triviumcrm.customer.activity;

import jakarta.persistence.Embeddable;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.triviumcrm.customer.Appointments;

/** What makes an activity one that is planned: its end, its days, its place, and what has become of it. */
@Embeddable
class Schedule {

    /** Minutes. */
    private static final long LONGEST = 10_080;

    private static final long DAY = Duration.ofDays(1).toSeconds();

    private boolean planned;
    private @Nullable Instant endsAt;
    private @Nullable LocalDate firstDay;
    private @Nullable LocalDate lastDay;
    private @Nullable String place;
    private @Nullable String outcome;
    private @Nullable Instant cancelledAt;

    void plan(Appointments.Plan plan) {
        planned = !plan.isTask();
        endsAt = planned ? plan.end() : null;
        firstDay = planned ? plan.firstDay() : null;
        lastDay = planned ? plan.lastDay() : null;
        place = planned ? plan.place() : null;
    }

    /** It was typed as something to come. */
    void agree() {
        planned = true;
    }

    /**
     * It stays as long as it was, in whole days too.
     *
     * @param day the first of whole days; null when only the time is known
     */
    void move(Instant from, Instant to, @Nullable LocalDate day) {
        if (endsAt != null) {
            endsAt = to.plus(Duration.between(from, endsAt));
        }
        if (firstDay != null && lastDay != null) {
            long days = day != null
                    ? ChronoUnit.DAYS.between(firstDay, day)
                    : Math.round((double) Duration.between(from, to).toSeconds() / DAY);
            firstDay = firstDay.plusDays(days);
            lastDay = lastDay.plusDays(days);
        }
    }

    /** Whole days stay whole days. */
    void take(Instant at, @Nullable Integer minutes) {
        if (firstDay == null) {
            endsAt = minutes == null ? endsAt : at.plus(Duration.ofMinutes(minutes));
        }
    }

    /** How long it is, as far as that can be kept; null for whole days. */
    @Nullable
    Integer minutes(Instant at) {
        return endsAt == null || firstDay != null
                ? null
                : (Integer) (int) Math.min(LONGEST, Duration.between(at, endsAt).toMinutes());
    }

    Appointments.Plan toPlan(
            ActivityKind kind,
            String subject,
            @Nullable String body,
            Instant at,
            List<Long> people,
            List<Long> contacts) {
        return new Appointments.Plan(
                kind.name(), subject, body, at, endsAt, firstDay, lastDay, place, people, contacts);
    }

    void end(@Nullable String how) {
        outcome = how;
        cancelledAt = null;
    }

    void cancel(Instant now) {
        cancelledAt = now;
    }

    void reopen() {
        cancelledAt = null;
    }

    boolean isPlanned() {
        return planned;
    }

    boolean isCancelled() {
        return cancelledAt != null;
    }

    @Nullable
    String getOutcome() {
        return outcome;
    }

    @Nullable
    Instant getCancelledAt() {
        return cancelledAt;
    }
}
