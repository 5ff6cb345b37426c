package org.triviumcrm.support.help;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.triviumcrm.shared.markup.CleanHtml;
import org.triviumcrm.support.category.ArticleLanguage;

/**
 * An article as everybody reads it.
 *
 * @param summary how it begins
 * @param languages all that it can be read in, this one included
 */
public record HelpArticle(
        long id,
        String title,
        CleanHtml words,
        String summary,
        Instant publishedAt,
        @Nullable Long categoryId,
        List<ArticleLanguage> languages) {}
