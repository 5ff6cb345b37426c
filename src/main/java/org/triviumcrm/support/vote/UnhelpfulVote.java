package org.triviumcrm.support.vote;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.triviumcrm.support.category.ArticleLanguage;

/** Somebody whom an article did not help. @param by a colleague; null for a reader of the public site */
public record UnhelpfulVote(
        long id,
        long articleId,
        String article,
        ArticleLanguage language,
        Instant at,
        @Nullable VoteReason reason,
        @Nullable String remark,
        @Nullable String by) {}
