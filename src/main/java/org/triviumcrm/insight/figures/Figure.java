package org.triviumcrm.insight.figures;

import java.math.BigDecimal;

/**
 * A figure and where its rows are.
 *
 * @param amount in the company's currency
 * @param href the list of exactly the opportunities it is made of
 */
public record Figure(String name, long count, BigDecimal amount, String href) {}
