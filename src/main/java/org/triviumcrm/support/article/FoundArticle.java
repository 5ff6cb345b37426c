package org.triviumcrm.support.article;

import org.triviumcrm.support.category.ArticleLanguage;

/**
 * An article that fits, in the language that fits best.
 *
 * @param name its title
 * @param score of no meaning but its order
 */
public record FoundArticle(
        long id,
        ArticleLanguage language,
        ArticleAudience audience,
        String name,
        Extract title,
        Extract extract,
        double score) {

    public boolean isPublic() {
        return audience == ArticleAudience.PUBLIC;
    }
}
