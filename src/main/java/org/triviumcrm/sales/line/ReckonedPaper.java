package org.triviumcrm.sales.line;

import java.math.BigDecimal;
import java.util.List;

/**
 * The lines as they are kept, and what they come to.
 *
 * @param base the net in the company's currency
 */
public record ReckonedPaper(List<PaperLine> lines, PaperSums sums, BigDecimal base) {}
