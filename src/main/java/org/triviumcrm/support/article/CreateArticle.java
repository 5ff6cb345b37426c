package org.triviumcrm.support.article;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.triviumcrm.support.category.ArticleLanguage;

/**
 * A new article as typed.
 *
 * @param language its main one: the others are measured by it
 * @param body in Markdown
 */
public record CreateArticle(
        @NotBlank(message = "{support.article.error.title}") @Size(max = 200, message = "{form.tooLong}")
        String title,

        @NotBlank(message = "{support.article.error.body}") @Size(max = 25000, message = "{form.tooLong}")
        String body,

        @NotNull(message = "{support.article.error.language}")
        ArticleLanguage language,

        @Nullable Long articleCategoryId,

        @NotNull(message = "{support.article.error.audience}")
        ArticleAudience audience,

        @Nullable Long ownerId,
        @Nullable LocalDate reviewOn) {

    SaveArticle settings() {
        return new SaveArticle(articleCategoryId, audience, ownerId, reviewOn, null);
    }

    SaveText text() {
        return new SaveText(title, body, true, null);
    }
}
