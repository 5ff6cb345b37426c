package org.triviumcrm.insight.home;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Open opportunities that have been in their stage for more days than the stage expects.
 *
 * @param owner whose, null for all in reach
 */
public record Stalled(
        List<Deal> deals, List<Stage> stages, @Nullable Long owner, LocalDate today, ZoneId zone) {

    /** Counted no further, in each stage. */
    static final int CAP = 100;

    public record Deal(
            long id,
            String name,
            @Nullable String customer,
            String stage,
            int expectedDays,
            String owner,
            @Nullable BigDecimal amount,
            String currency,
            Instant since) {}

    /** @param count at least that many when it is more than {@link #CAP} */
    public record Stage(long id, String name, int expectedDays, long count) {

        public long shownCount() {
            return Math.min(count, CAP);
        }

        public boolean capped() {
            return count > CAP;
        }
    }

    /** The customer, the stage, and the owner where there are others'. */
    public String about(Deal deal) {
        return Deals.about(deal.customer(), deal.stage(), owner == null ? deal.owner() : null);
    }

    /** Since it came into its stage. */
    public long days(Deal deal) {
        return ChronoUnit.DAYS.between(LocalDate.ofInstant(deal.since(), zone), today);
    }

    public boolean isEmpty() {
        return deals.isEmpty();
    }

    /** The list of exactly those in a stage, the longest there first. */
    public String href(Stage stage) {
        return Deals.open(owner)
                .is("stage", stage.id())
                .days("stageEntered", null, today.minusDays(stage.expectedDays() + 1L))
                .sort("stageEntered")
                .toString();
    }
}
