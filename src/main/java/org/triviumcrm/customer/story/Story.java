package org.triviumcrm.customer.story;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A part of what happened with a customer, the latest first.
 *
 * @param kinds those that the viewer may see
 * @param kind which one is shown; null for all
 * @param next where the next part goes on; null at the end
 */
public record Story(
        List<StoryLine> lines,
        List<StoryKind> kinds,
        @Nullable String kind,
        @Nullable String next) {

    public String icon(StoryLine line) {
        return kinds.stream()
                .filter(one -> one.key().equals(line.kind()))
                .map(StoryKind::icon)
                .findFirst()
                .orElse("dots");
    }
}
