package org.triviumcrm.sales.snapshot;

import java.time.Clock;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.TemporalAdjusters;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Isolation;
import org.springframework.transaction.annotation.Transactional;
import org.triviumcrm.identity.Companies;
import org.triviumcrm.identity.Viewer;
import org.triviumcrm.sales.quota.Period;

/** Writes the forecast down, once for each week as the company counts it. */
@Service
class SnapshotService {

    private static final int WEEKS_OF_LINES = 53;
    private static final int YEARS_OF_SUMS = 3;

    private final SnapshotRepository snapshots;
    private final Companies companies;
    private final Clock clock;

    SnapshotService(SnapshotRepository snapshots, Companies companies, Clock clock) {
        this.snapshots = snapshots;
        this.companies = companies;
        this.clock = clock;
    }

    /**
     * All of it or nothing, so that whoever is killed leaves no half a week behind; two nodes never write the same week twice.
     *
     * @return whether it was written by this call
     */
    @CanTakeSnapshots
    @Transactional(isolation = Isolation.REPEATABLE_READ)
    public boolean take(Viewer viewer) {
        Instant now = clock.instant();
        LocalDate today = LocalDate.ofInstant(now, companies.zone());
        LocalDate week = today.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
        if (companies.current().isEmpty() || snapshots.isTaken(week) || !snapshots.begin(week, now)) {
            return false;
        }
        snapshots.lines(week);
        snapshots.sums(week, Period.quarterOf(YearMonth.from(week)).first());
        snapshots.forget(week.minusWeeks(WEEKS_OF_LINES), week.minusYears(YEARS_OF_SUMS));
        return true;
    }
}
