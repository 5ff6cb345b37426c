package org.triviumcrm.shared.exchange;

/**
 * By what a row of a file may be known again in another one.
 *
 * @param line of the row in the file
 * @param sign what it is, such as an e-mail address; its text is {@code exchange.alike.<sign>}
 * @param value the same in rows that are alike
 */
public record RowSign(long line, String sign, String value) {}
