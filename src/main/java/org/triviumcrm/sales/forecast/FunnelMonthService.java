package org.triviumcrm.sales.forecast;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneOffset;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Isolation;
import org.springframework.transaction.annotation.Transactional;
import org.triviumcrm.identity.Companies;
import org.triviumcrm.identity.Viewer;

/** Keeps the funnel as each of the last months began. */
@Service
class FunnelMonthService {

    /** Those the page shows, those before in which it was said, and the present one. */
    static final int MONTHS = FunnelPast.MONTHS + FunnelPast.LEADS;

    /** What no step tells of, such as an opportunity of a file that has not moved since, is seen after this. */
    private static final Duration AT_LEAST_EVERY = Duration.ofDays(7);

    private final FunnelMonthRepository months;
    private final Companies companies;
    private final Clock clock;

    FunnelMonthService(FunnelMonthRepository months, Companies companies, Clock clock) {
        this.months = months;
        this.companies = companies;
        this.clock = clock;
    }

    /**
     * Writes all of the last months again, out of the history, unless they stand as the history says; all of it or nothing.
     *
     * @return whether anything was written
     */
    @CanWriteFunnels
    @Transactional(isolation = Isolation.REPEATABLE_READ)
    public boolean write(Viewer viewer) {
        Instant now = clock.instant();
        LocalDate present = YearMonth.from(now.atOffset(ZoneOffset.UTC)).atDay(1);
        if (companies.current().isEmpty()) {
            return false;
        }
        FunnelMonthRepository.History history = months.history(present);
        if (months.isWritten(present, history, now.minus(AT_LEAST_EVERY))) {
            return false;
        }
        months.write(present.minusMonths(MONTHS - 1), present, history, companies.currency(), now);
        return true;
    }
}
