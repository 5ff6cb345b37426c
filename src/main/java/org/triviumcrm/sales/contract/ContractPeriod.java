package org.triviumcrm.sales.contract;

import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import java.time.LocalDate;
import org.hibernate.envers.Audited;
import org.jspecify.annotations.Nullable;

/** How long a contract holds, and what happens at its end. */
@Embeddable
@Audited
@SuppressWarnings("NullAway.Init")
class ContractPeriod {

    private LocalDate startsOn;
    private @Nullable LocalDate endsOn;
    private @Nullable Integer noticeDays;

    @Enumerated(EnumType.STRING)
    private Renewal renewal;

    private @Nullable Integer renewalMonths;
    private int remindDays;
    private @Nullable LocalDate effectiveOn;

    void take(SaveContract input) {
        startsOn = input.getStartsOn();
        endsOn = input.getEndsOn();
        noticeDays = input.getNoticeDays();
        renewal = input.getRenewal();
        renewalMonths = renewal == Renewal.AUTOMATIC ? input.getRenewalMonths() : null;
        remindDays = input.getRemindDays();
        effectiveOn = input.getEffectiveOn();
    }

    /** From when on it holds: an amendment from its own day on. */
    LocalDate holdsFrom() {
        return effectiveOn == null ? startsOn : effectiveOn;
    }

    @Nullable
    LocalDate endsOn() {
        return endsOn;
    }

    Renewal renewal() {
        return renewal;
    }

    /** Moves its end by whole periods until it is not before the day. The day of the month stays as far as months have it. */
    void extend(LocalDate today) {
        LocalDate end = endsOn;
        Integer months = renewalMonths;
        if (renewal != Renewal.AUTOMATIC || end == null || months == null || !end.isBefore(today)) {
            return;
        }
        // the last day of a contract is the day before a new period begins
        LocalDate next = end.plusDays(1);
        LocalDate after = next;
        for (int periods = 1; !after.isAfter(today); periods++) {
            after = next.plusMonths((long) months * periods);
        }
        endsOn = after.minusDays(1);
    }
}
