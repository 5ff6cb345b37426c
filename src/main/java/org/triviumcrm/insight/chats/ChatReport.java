package org.triviumcrm.insight.chats;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How visitors of websites are answered.
 *
 * @param total all rows together
 * @param more whether there are more rows than these
 */
public record ChatReport(List<Line> lines, Line total, boolean more) {

    /** A row with where its figures lead. */
    public record Line(
            String name,
            ChatFigures figures,
            String talksHref,
            String answeredHref,
            String missedHref,
            String leftHref,
            String helpedHref,
            String ticketsHref,
            String leadsHref,
            String ratedHref) {

        /** Of those who met somebody or waited for nothing, in per cent; null where there is none. */
        public @Nullable BigDecimal answeredRate() {
            return share(figures.answered(), figures.answered() + figures.missed());
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

    public boolean isEmpty() {
        return lines.isEmpty();
    }
}
