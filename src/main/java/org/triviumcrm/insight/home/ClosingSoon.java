package org.triviumcrm.insight.home;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.triviumcrm.shared.list.ListLink;

/**
 * Open opportunities that should have been signed by now, and those that should be soon.
 *
 * @param owner whose, null for all in reach
 * @param today the day that the next ones begin with
 */
public record ClosingSoon(List<Deal> deals, @Nullable Long owner, LocalDate today) {

    /** Days ahead that are soon, after today. */
    static final int DAYS = 14;

    /** Counted no further. */
    static final int CAP = 100;

    /**
     * @param late whether its day has passed
     * @param total how many there are of its kind, at most {@link #CAP} + 1
     */
    public record Deal(
            boolean late,
            long total,
            long id,
            String name,
            @Nullable String customer,
            String owner,
            @Nullable BigDecimal amount,
            String currency,
            LocalDate closes) {}

    /** The late ones or those to come, the earliest first. */
    public record Part(boolean late, long total, List<Deal> deals, String href) {

        public long shownTotal() {
            return Math.min(total, CAP);
        }

        public boolean capped() {
            return total > CAP;
        }
    }

    /** The customer, and the owner where there are others'. */
    public String about(Deal deal) {
        return Deals.about(deal.customer(), owner == null ? deal.owner() : null);
    }

    public boolean isEmpty() {
        return deals.isEmpty();
    }

    /** Those that have any, the late ones first. */
    public List<Part> parts() {
        return List.of(part(true), part(false)).stream()
                .filter(part -> !part.deals().isEmpty())
                .toList();
    }

    private Part part(boolean late) {
        List<Deal> its = deals.stream().filter(deal -> deal.late() == late).toList();
        ListLink open = Deals.open(owner);
        ListLink rows = late
                ? open.days("expectedClose", null, today.minusDays(1))
                : open.days("expectedClose", today, today.plusDays(DAYS));
        return new Part(
                late,
                its.isEmpty() ? 0 : its.get(0).total(),
                its,
                rows.sort("expectedClose").toString());
    }
}
