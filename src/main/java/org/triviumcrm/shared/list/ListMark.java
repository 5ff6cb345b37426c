package org.triviumcrm.shared.list;

/**
 * A badge beside the first value of rows that something is to be said about.
 *
 * @param id expression over the noun's own table: of the record that the badge leads to, null for rows without one
 * @param href such as {@code /approvals/cases/{id}}
 * @param message key of what it says
 */
public record ListMark(String id, String icon, String message, String href) {

    /** Where the badge of a row leads. */
    public String href(String marked) {
        return href.replace("{id}", marked);
    }
}
