package org.triviumcrm.support.article;

import jakarta.validation.constraints.NotNull;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** What is said about an article besides its words. */
public record SaveArticle(
        @Nullable Long articleCategoryId,

        @NotNull(message = "{support.article.error.audience}")
        ArticleAudience audience,

        @Nullable Long ownerId,
        @Nullable LocalDate reviewOn,
        @Nullable Integer version) {}
