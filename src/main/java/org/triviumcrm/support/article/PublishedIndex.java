package org.triviumcrm.support.article;

import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.triviumcrm.support.ArticleIndex;

/** Publishes words that are said to be published and are not there for readers. */
@Component
class PublishedIndex implements ArticleIndex {

    private final ArticleTextRepository texts;
    private final PublishedRepository published;

    PublishedIndex(ArticleTextRepository texts, PublishedRepository published) {
        this.texts = texts;
        this.published = published;
    }

    @Override
    @Transactional
    public void complete() {
        texts.findAllById(published.missing()).forEach(text -> published.show(text, 0, text.getUpdatedAt()));
    }
}
