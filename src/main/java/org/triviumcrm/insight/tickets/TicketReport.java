package org.triviumcrm.insight.tickets;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How customer service does.
 *
 * @param total all rows together
 * @param more whether there are more rows than these
 * @param backlog what is open now, the youngest first
 */
public record TicketReport(
        List<Line> lines, Line total, boolean more, List<Age> backlog, List<Step> steps, List<Narrow> narrow) {

    /** A row with where its figures lead; null where there is nothing to lead to. */
    public record Line(
            String name,
            String href,
            TicketRow figures,
            String openedHref,
            String answeredHref,
            String solvedHref,
            String reopenedHref,
            String ratedHref,
            String brokenHref) {

        /** Of the solved ones, in per cent; null where none is. */
        public @Nullable BigDecimal reopenRate() {
            return share(figures.reopened(), figures.solved());
        }

        /** Of promises whose time is over, those that were kept, in per cent. */
        public @Nullable BigDecimal keptRate() {
            return share(figures.kept(), figures.kept() + figures.broken());
        }

        /** Of the rated ones, those with 4 or 5, in per cent. */
        public @Nullable BigDecimal satisfiedRate() {
            return share(figures.satisfied(), figures.rated());
        }

        private static @Nullable BigDecimal share(long part, long of) {
            return of == 0
                    ? null
                    : BigDecimal.valueOf(100 * part).divide(BigDecimal.valueOf(of), 1, RoundingMode.HALF_UP);
        }
    }

    /** Open tickets of an age. */
    public record Age(String band, long count, String href) {}

    /** What came and went in a day, a week or a month. */
    public record Step(
            LocalDate first,
            LocalDate last,
            String label,
            long opened,
            String openedHref,
            long solved,
            String solvedHref) {}

    /** What the tickets are narrowed to, and how to take that back. */
    public record Narrow(TicketCut cut, String value, String name, String href) {
        public String column() {
            return cut.column();
        }
    }

    public boolean isEmpty() {
        return lines.isEmpty();
    }

    public long open() {
        return backlog.stream().mapToLong(Age::count).sum();
    }
}
