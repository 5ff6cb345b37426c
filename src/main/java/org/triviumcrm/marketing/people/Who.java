package org.triviumcrm.marketing.people;

/** Somebody who was chosen, as forms send it: kind and id, such as {@code contact:12}. */
public record Who(PersonKind kind, long id) {

    /** What such a text looks like. */
    public static final String FORMAT = "(customer|contact|lead):[0-9]{1,18}";

    /** @param text in the {@link #FORMAT} */
    public static Who of(String text) {
        int colon = text.indexOf(':');
        return new Who(
                PersonKind.of(text.substring(0, colon)).orElseThrow(), Long.parseLong(text.substring(colon + 1)));
    }
}
