package org.triviumcrm.support.article;

import java.time.Clock;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.orm.ObjectOptimisticLockingFailureException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.triviumcrm.identity.Viewer;
import org.triviumcrm.shared.history.EditConflict;
import org.triviumcrm.shared.web.NotFound;
import org.triviumcrm.support.category.ArticleLanguage;

/** The words of articles, and whether readers get them. */
@Service
public class ArticleTextService {

    private final ArticleRepository articles;
    private final ArticleTextRepository texts;
    private final PublishedRepository published;
    private final ApplicationEventPublisher publisher;
    private final Clock clock;

    ArticleTextService(
            ArticleRepository articles,
            ArticleTextRepository texts,
            PublishedRepository published,
            ApplicationEventPublisher publisher,
            Clock clock) {
        this.articles = articles;
        this.texts = texts;
        this.published = published;
        this.publisher = publisher;
        this.clock = clock;
    }

    /** Null when the article is not written in this language yet. */
    @CanWriteArticles
    @Transactional(readOnly = true)
    public @Nullable ArticleText find(Viewer viewer, long articleId, ArticleLanguage language) {
        return texts.findByArticleIdAndLanguage(articleId, language).orElse(null);
    }

    /**
     * What readers get stays as it is until it is published.
     *
     * @throws ObjectOptimisticLockingFailureException when somebody has changed it since
     */
    @CanWriteArticles
    @Transactional
    public void write(Viewer viewer, long articleId, ArticleLanguage language, SaveText input) {
        Article article = load(articleId);
        Instant now = clock.instant();
        ArticleText text = find(viewer, articleId, language);
        if (text == null) {
            text = new ArticleText(articleId, language, input, now);
        } else {
            EditConflict.refuseStale(ArticleText.class, text.getId(), input.version(), text.getVersion());
            text.write(input, now);
        }
        texts.saveAndFlush(text);
        sumUp(article, now);
    }

    /**
     * Publishes the words as they are now, or takes them away from readers.
     *
     * @throws WrongArticleState when that can't follow
     */
    @CanPublishArticles
    @Transactional
    public void become(Viewer viewer, long articleId, ArticleLanguage language, ArticleState next) {
        Article article = load(articleId);
        Instant now = clock.instant();
        ArticleText text = texts.findByArticleIdAndLanguage(articleId, language).orElseThrow(NotFound::new);
        text.become(next, now);
        texts.flush();
        if (next == ArticleState.PUBLISHED) {
            published.show(text, viewer.personId(), now);
            publisher.publishEvent(new ArticlePublished(articleId, language, viewer.personId()));
        } else {
            published.hide(text);
        }
        sumUp(article, now);
    }

    private Article load(long articleId) {
        return articles.findForChange(articleId).orElseThrow(NotFound::new);
    }

    private void sumUp(Article article, Instant now) {
        article.sumUp(texts.findByArticleId(article.getId()), now);
        articles.flush();
    }
}
