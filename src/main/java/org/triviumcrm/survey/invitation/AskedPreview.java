package org.triviumcrm.survey.invitation;

import java.util.List;

/**
 * What would come of asking.
 *
 * @param asked how many would get a letter
 * @param reasons why others would not, and how many for each reason
 * @param some of those who would not, by name
 * @param tooMany whether there are more than can be asked at once; nothing else is known then
 */
record AskedPreview(int asked, List<Reason> reasons, List<LeftOut> some, boolean tooMany) {

    static final AskedPreview TOO_MANY = new AskedPreview(0, List.of(), List.of(), true);

    /** @param key of its message */
    record Reason(String key, long count) {}

    /** @param why key of a message */
    record LeftOut(long contactId, String name, String why) {}

    public long leftOut() {
        return reasons.stream().mapToLong(Reason::count).sum();
    }
}
