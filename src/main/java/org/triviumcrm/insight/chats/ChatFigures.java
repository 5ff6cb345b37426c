package org.triviumcrm.insight.chats;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * What the database says of one row. Times are in seconds; null where there is nothing to measure.
 *
 * @param key null for talks that nobody has taken
 * @param whole whether it is all of them together
 * @param talks begun within the days, what was written when nobody was there among them
 * @param answered those in which an agent has said something
 * @param waited half of those had their first answer within this
 * @param slowWait nine of ten did
 * @param duration half of those that are over took this long from the first answer
 * @param missed over without an answer, and without an article that helped
 * @param left written when nobody was there
 * @param helped ended by an article that helped
 * @param satisfied rated with 4 or 5
 */
public record ChatFigures(
        @Nullable String key,
        @Nullable String name,
        boolean whole,
        long talks,
        long answered,
        @Nullable BigDecimal waited,
        @Nullable BigDecimal slowWait,
        @Nullable BigDecimal duration,
        long missed,
        long left,
        long helped,
        long tickets,
        long leads,
        long rated,
        @Nullable BigDecimal rating,
        long satisfied) {}
