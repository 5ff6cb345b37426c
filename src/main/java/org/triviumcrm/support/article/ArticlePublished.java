package org.triviumcrm.support.article;

import org.triviumcrm.support.category.ArticleLanguage;

/** Readers get an article, or another version of it; told in the transaction that makes it so. */
public record ArticlePublished(long articleId, ArticleLanguage language, long byId) {}
