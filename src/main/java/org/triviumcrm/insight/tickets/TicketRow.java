package org.triviumcrm.insight.tickets;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * What the database says of one row of the report. Times are in seconds, by the clock on the wall; null where there is nothing to
 * measure.
 *
 * @param key null for tickets without what they are told apart by
 * @param whole whether it is all of them together
 * @param response half of the first answers came within this
 * @param slowResponse nine of ten did
 * @param solution half of the solutions came within this after the opening
 * @param slowSolution nine of ten did
 * @param work half of the solutions came within this after the first answer
 * @param solved at least once in these days, be they open again or not
 * @param reopened of these, those of which a solution of these days did not hold
 * @param rated solved ones that were rated, of which {@code satisfied} with 4 or 5
 * @param kept promises kept
 * @param brokenTickets with a promise that was broken
 */
public record TicketRow(
        @Nullable String key,
        @Nullable String name,
        boolean whole,
        long opened,
        long answered,
        @Nullable BigDecimal response,
        @Nullable BigDecimal slowResponse,
        long solved,
        @Nullable BigDecimal solution,
        @Nullable BigDecimal slowSolution,
        @Nullable BigDecimal work,
        long reopened,
        long rated,
        @Nullable BigDecimal rating,
        long satisfied,
        long kept,
        long broken,
        long brokenTickets) {}
