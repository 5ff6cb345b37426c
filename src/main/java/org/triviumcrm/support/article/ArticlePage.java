package org.triviumcrm.support.article;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.triviumcrm.support.category.ArticleLanguage;

/** What the page of an article shows, names included. @param texts the main language first; those that the viewer may read */
public record ArticlePage(
        long id,
        String name,
        ArticleLanguage mainLanguage,
        @Nullable Long articleCategoryId,
        @Nullable String category,
        ArticleAudience audience,
        ArticleState state,
        @Nullable Long ownerId,
        @Nullable String owner,
        @Nullable LocalDate reviewOn,
        long views,
        int helpful,
        int unhelpful,
        Instant createdAt,
        Instant updatedAt,
        int version,
        List<Text> texts) {

    /**
     * The words in a language.
     *
     * @param title and body: as they are worked on for whoever writes, as they were published for others
     * @param behind whether the main language was changed after this one was compared with it
     */
    public record Text(
            ArticleLanguage language,
            String title,
            String body,
            ArticleState state,
            boolean edited,
            boolean behind,
            Instant writtenAt,
            @Nullable Instant publishedAt,
            @Nullable String publishedBy) {

        /** Whether there is something that readers don't get yet. */
        public boolean isPublishable() {
            return state == ArticleState.DRAFT || edited;
        }
    }

    public SaveArticle toInput() {
        return new SaveArticle(articleCategoryId, audience, ownerId, reviewOn, version);
    }

    public Optional<Text> text(ArticleLanguage language) {
        return texts.stream().filter(text -> text.language() == language).findFirst();
    }

    /** In this language if there is one, else in the main one. */
    public Text shown(ArticleLanguage wanted) {
        return text(wanted).orElseGet(() -> texts.get(0));
    }

    /** What it is not written in yet. */
    public List<ArticleLanguage> missing() {
        return List.of(ArticleLanguage.values()).stream()
                .filter(language -> text(language).isEmpty())
                .toList();
    }
}
