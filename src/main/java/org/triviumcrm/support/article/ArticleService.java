package org.triviumcrm.support.article;

import java.time.Clock;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.orm.ObjectOptimisticLockingFailureException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.triviumcrm.identity.People;
import org.triviumcrm.identity.PersonRef;
import org.triviumcrm.identity.Viewer;
import org.triviumcrm.shared.history.EditConflict;
import org.triviumcrm.shared.web.NotFound;
import org.triviumcrm.support.category.CategoryService;

/** Articles: read, begin, file, give. */
@Service
public class ArticleService {

    private static final String WRITE = "support.article.write";

    private final ArticleRepository articles;
    private final ArticleTextRepository texts;
    private final ArticlePageRepository pages;
    private final CategoryService categories;
    private final People people;
    private final Clock clock;

    ArticleService(
            ArticleRepository articles,
            ArticleTextRepository texts,
            ArticlePageRepository pages,
            CategoryService categories,
            People people,
            Clock clock) {
        this.articles = articles;
        this.texts = texts;
        this.pages = pages;
        this.categories = categories;
        this.people = people;
        this.clock = clock;
    }

    @CanViewArticles
    @Transactional(readOnly = true)
    public ArticlePage page(Viewer viewer, long id) {
        return pages.find(viewer, id).orElseThrow(NotFound::new);
    }

    /** Who can look after an article, by what is typed. */
    @CanWriteArticles
    @Transactional(readOnly = true)
    public List<PersonRef> owners(Viewer viewer, @Nullable String typed, int limit) {
        return people.permitted(viewer, WRITE, typed, limit);
    }

    /** Whether this person can look after an article. */
    @CanWriteArticles
    @Transactional(readOnly = true)
    public boolean mayOwn(Viewer viewer, @Nullable Long personId) {
        return personId == null || people.isPermitted(viewer, personId, WRITE);
    }

    /** @throws NotFound when there is no such category, or the owner can't write articles */
    @CanWriteArticles
    @Transactional
    public long create(Viewer viewer, CreateArticle input) {
        require(viewer, input.settings(), null);
        Article article = articles.saveAndFlush(new Article(input, clock.instant()));
        texts.saveAndFlush(new ArticleText(article.getId(), input.language(), input.text(), clock.instant()));
        return article.getId();
    }

    /**
     * Another audience makes a published article readable for others, so that takes the permission to publish.
     *
     * @throws ObjectOptimisticLockingFailureException when somebody has changed it since
     * @throws WrongArticleState when the viewer may not publish
     */
    @CanWriteArticles
    @Transactional
    public void update(Viewer viewer, long id, SaveArticle input) {
        Article article = articles.findForChange(id).orElseThrow(NotFound::new);
        EditConflict.refuseStale(Article.class, id, input.version(), article.getVersion());
        require(viewer, input, article);
        boolean shown = article.getState() == ArticleState.PUBLISHED;
        if (shown && input.audience() != article.getAudience() && !viewer.can("support.article.publish")) {
            throw new WrongArticleState();
        }
        article.change(input, clock.instant());
        articles.flush();
    }

    /**
     * With all its languages and what readers said of it. Readers must have lost it before: nobody takes away by mistake what is read.
     * Whoever may not publish deletes what is their own and nobody has ever read.
     *
     * @throws WrongArticleState while it is published in some language, or when it was and the viewer may not publish, or it is another's
     */
    @CanWriteArticles
    @Transactional
    public void delete(Viewer viewer, long id) {
        Article article = articles.findForChange(id).orElseThrow(NotFound::new);
        List<ArticleText> all = texts.findByArticleId(id);
        boolean own = Objects.equals(article.getOwnerId(), viewer.personId())
                && article.getState() == ArticleState.DRAFT
                && !texts.wasPublished(id);
        if (all.stream().anyMatch(text -> text.getState() == ArticleState.PUBLISHED)
                || !viewer.can("support.article.publish") && !own) {
            throw new WrongArticleState();
        }
        texts.deleteAll(all);
        texts.flush();
        articles.delete(article);
        articles.flush();
    }

    private void require(Viewer viewer, SaveArticle input, @Nullable Article saved) {
        Long category = input.articleCategoryId();
        if (category != null && !categories.exists(viewer, category)) {
            throw new NotFound();
        }
        Long owner = input.ownerId();
        boolean same = saved != null && owner != null && owner.equals(saved.getOwnerId());
        if (owner != null && !same && !people.isPermitted(viewer, owner, WRITE)) {
            throw new NotFound();
        }
    }
}
