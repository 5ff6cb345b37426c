package org.triviumcrm.support.article;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Objects;
import org.hibernate.envers.Audited;
import org.hibernate.envers.NotAudited;
import org.jspecify.annotations.Nullable;
import org.triviumcrm.support.category.ArticleLanguage;

/** Something worth knowing: whom it is for, where it is filed, who looks after it. Its words are {@link ArticleText}s. */
@Entity
@Audited
@Table(name = "article")
public class Article {

    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "article")
    @SequenceGenerator(name = "article", sequenceName = "article_seq", allocationSize = 50)
    private @Nullable Long id;

    private String name;

    @Enumerated(EnumType.STRING)
    private ArticleLanguage mainLanguage;

    private @Nullable Long articleCategoryId;

    @Enumerated(EnumType.STRING)
    private ArticleAudience audience;

    @Enumerated(EnumType.STRING)
    private ArticleState state = ArticleState.DRAFT;

    private @Nullable Long ownerId;
    private @Nullable LocalDate reviewOn;

    @NotAudited
    private boolean reviewTold;

    @NotAudited
    private boolean outdated;

    @NotAudited
    private Instant createdAt;

    @NotAudited
    private Instant updatedAt;

    @Version
    private int version;

    @SuppressWarnings("NullAway")
    protected Article() {}

    @SuppressWarnings("NullAway")
    Article(CreateArticle input, Instant now) {
        name = input.title().strip();
        mainLanguage = input.language();
        createdAt = now;
        change(input.settings(), now);
    }

    void change(SaveArticle input, Instant now) {
        articleCategoryId = input.articleCategoryId();
        audience = input.audience();
        ownerId = input.ownerId();
        if (!Objects.equals(reviewOn, input.reviewOn())) {
            reviewTold = false;
        }
        reviewOn = input.reviewOn();
        updatedAt = now;
    }

    /** Takes over what its languages say: the title of the main one, the state that readers meet, whether one lags behind. */
    void sumUp(Collection<ArticleText> texts, Instant now) {
        ArticleText main = texts.stream()
                .filter(text -> text.getLanguage() == mainLanguage)
                .findFirst()
                .orElseThrow();
        name = main.getTitle();
        outdated = texts.stream().anyMatch(text -> text.isBehind(main));
        state = has(texts, ArticleState.PUBLISHED)
                ? ArticleState.PUBLISHED
                : has(texts, ArticleState.DRAFT) ? ArticleState.DRAFT : ArticleState.RETIRED;
        updatedAt = now;
    }

    private static boolean has(Collection<ArticleText> texts, ArticleState state) {
        return texts.stream().anyMatch(text -> text.getState() == state);
    }

    public long getId() {
        return id == null ? 0 : id;
    }

    public String getName() {
        return name;
    }

    public ArticleLanguage getMainLanguage() {
        return mainLanguage;
    }

    public @Nullable Long getArticleCategoryId() {
        return articleCategoryId;
    }

    public ArticleAudience getAudience() {
        return audience;
    }

    public ArticleState getState() {
        return state;
    }

    public @Nullable Long getOwnerId() {
        return ownerId;
    }

    public @Nullable LocalDate getReviewOn() {
        return reviewOn;
    }

    public boolean isReviewTold() {
        return reviewTold;
    }

    public boolean isOutdated() {
        return outdated;
    }

    public int getVersion() {
        return version;
    }
}
