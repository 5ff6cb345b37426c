package org.triviumcrm.support.article;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The words of an article in a language as they once were.
 *
 * @param revision of the history
 * @param number as people count them, the first is 1
 * @param by who wrote it; null for nobody in particular
 * @param published whether readers got it
 */
public record ArticleVersion(
        long revision, int number, Instant at, @Nullable String by, String title, String body, boolean published) {

    /** The one there is of words that came without a history. */
    static ArticleVersion only(ArticleText text) {
        return new ArticleVersion(
                0,
                1,
                text.getUpdatedAt(),
                null,
                text.getTitle(),
                text.getBody(),
                text.getState() == ArticleState.PUBLISHED && !text.isEdited());
    }
}
