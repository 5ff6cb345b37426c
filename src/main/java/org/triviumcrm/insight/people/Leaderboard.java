package org.triviumcrm.insight.people;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * People or teams beside each other.
 *
 * @param lines in the order asked for
 * @param more whether there are more than these
 */
public record Leaderboard(List<Line> lines, Line total, boolean more) {

    /**
     * @param key the person or the team; 0 for no team, null for all together
     * @param href the person's page, the people of a team
     * @param before the chosen measure in the days before; null where there is nothing to compare with
     */
    public record Line(
            @Nullable Long key,
            String name,
            @Nullable String href,
            Deeds deeds,
            @Nullable BigDecimal before,
            PeopleLinks links) {

        /** By how much per cent the chosen measure has changed. */
        public @Nullable BigDecimal change(PeopleMeasure measure) {
            BigDecimal now = deeds.value(measure);
            return now == null || before == null || before.signum() == 0
                    ? null
                    : now.subtract(before).movePointRight(2).divide(before, 1, RoundingMode.HALF_UP);
        }
    }

    public boolean isEmpty() {
        return lines.isEmpty();
    }
}
