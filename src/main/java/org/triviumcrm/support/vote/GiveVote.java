package org.triviumcrm.support.vote;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;
import org.triviumcrm.support.category.ArticleLanguage;

/**
 * Whether an article helped, as a reader says.
 *
 * @param reason only of one that did not
 * @param language in which it was read
 */
public record GiveVote(
        @NotNull(message = "{support.vote.error.helpful}") Boolean helpful,
        @Nullable VoteReason reason,

        @Size(max = 1000, message = "{form.tooLong}") @Nullable
        String remark,

        @Nullable ArticleLanguage language) {

    /** An article that helped needs no reason. */
    public GiveVote {
        reason = Boolean.TRUE.equals(helpful) ? null : reason;
        remark = Boolean.TRUE.equals(helpful) ? null : remark;
    }

    /** Whether it can't be kept; readers outside send whatever they like. */
    @SuppressWarnings("NullAway") // not checked yet
    public boolean isIncomplete() {
        return helpful == null || remark != null && remark.length() > 1000;
    }
}
