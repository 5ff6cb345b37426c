package org.triviumcrm.insight.people;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Activities, the latest first.
 *
 * @param count of all of them, at most {@link #CAP} + 1
 * @param next where they go on; null at the end
 */
public record DonePage(
        List<Done> rows,
        long count,
        BigDecimal cost,
        @Nullable String next) {

    static final int SIZE = 100;

    /** Counted no further. */
    static final int CAP = 10_000;

    /**
     * @param cost in the company's currency
     * @param href of what it is about; null where the viewer may not see that
     */
    public record Done(
            long id,
            String kind,
            String about,
            Instant happened,
            String subject,
            String owner,
            @Nullable String costKind,
            @Nullable BigDecimal cost,
            @Nullable String href) {

        /** What it is about is not the viewer's to see, and what is said of it neither. */
        public boolean hidden() {
            return href == null;
        }

        Done at(@Nullable String place) {
            return new Done(id, kind, about, happened, subject, owner, costKind, cost, place);
        }
    }

    public long shownCount() {
        return Math.min(count, CAP);
    }

    public boolean capped() {
        return count > CAP;
    }
}
