package org.triviumcrm.shared.list;

/**
 * What a column belongs to that somebody has set up, such as a question to a type of tickets: it is on offer while the list is filtered by
 * that, and where it is asked for or shown already.
 *
 * @param title as people wrote it
 * @param column whose filter asks for what it belongs to
 * @param value of that filter
 */
public record Belonging(String title, String column, String value) {

    /** Whether one column belongs to values of another. */
    static boolean is(ListColumn one, ListColumn leading) {
        Belonging belonging = one.belonging();
        return belonging != null && belonging.column().equals(leading.key());
    }
}
