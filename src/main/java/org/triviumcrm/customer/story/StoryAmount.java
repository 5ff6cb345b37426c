package org.triviumcrm.customer.story;

import java.math.BigDecimal;

/** What a line of a story was about in money. @param currency ISO 4217 */
public record StoryAmount(BigDecimal value, String currency) {

    /** @param text number, a space, currency */
    static StoryAmount parse(String text) {
        String[] parts = text.split(" ", 2);
        return new StoryAmount(new BigDecimal(parts[0]), parts[1]);
    }
}
