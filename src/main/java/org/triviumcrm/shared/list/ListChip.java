package org.triviumcrm.shared.list;

/**
 * A filter in words, and the address of the list without it.
 *
 * @param text what is asked of the column, such as {@code Open, Won} or {@code 1,000 – 5,000}
 * @param readable false when the value can't be read, so that nothing matches
 */
public record ListChip(String title, String text, String href, boolean readable) {}
