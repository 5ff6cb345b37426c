package org.triviumcrm.sales.board;

import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.triviumcrm.sales.pipeline.Stage;

/**
 * A stage with its first cards and the totals of all its opportunities, in the company's currency.
 *
 * @param after where the next cards begin, null when these are all
 */
public record BoardColumn(
        Stage stage,
        List<BoardCard> cards,
        long count,
        BigDecimal amount,
        BigDecimal weighted,
        @Nullable String after) {}
