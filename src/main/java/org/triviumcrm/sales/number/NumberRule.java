package org.triviumcrm.sales.number;

/**
 * How a kind of papers is numbered.
 *
 * @param next the number that a paper of today would get
 */
public record NumberRule(NumberKind kind, NumberPattern pattern, String next) {}
