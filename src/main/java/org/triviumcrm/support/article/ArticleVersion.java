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
        long revision, int number, Instant at, @Nullable String by, String title, String body, boolean published) {}
