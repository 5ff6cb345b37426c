package org.triviumcrm.support.vote;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.triviumcrm.support.category.ArticleLanguage;

/**
 * Whether an article helped, as a reader says.
 *
 * @param reason only of one that did not
 * @param language in which it was read; null when the reader does not say
 */
public record GiveVote(
        boolean helpful,
        @Nullable VoteReason reason,
        @Nullable String remark,
        @Nullable ArticleLanguage language) {

    private static final int LONGEST_REMARK = 1000;

    /** What was sent; readers outside send whatever they like. Empty for what can't be kept. An article that helped needs no reason. */
    public static Optional<GiveVote> read(
            @Nullable String helpful,
            @Nullable String reason,
            @Nullable String remark,
            @Nullable ArticleLanguage language) {
        if ("true".equals(helpful)) {
            return Optional.of(new GiveVote(true, null, null, language));
        }
        String why = reason == null ? "" : reason;
        boolean given = !why.isBlank();
        VoteReason known = VoteReason.of(why).orElse(null);
        String said = remark == null || remark.isBlank() ? null : remark.strip();
        boolean kept = "false".equals(helpful)
                && (known != null || !given)
                && (said == null || said.length() <= LONGEST_REMARK);
        return kept ? Optional.of(new GiveVote(false, known, said, language)) : Optional.empty();
    }
}
