package org.triviumcrm.support.vote;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Why articles did not help.
 *
 * @param reasons how often each was given
 * @param worst articles that helped least, of those that were judged lately
 * @param votes the latest first
 * @param next id that the next page begins below; null on the last one
 */
public record Feedback(
        List<Count> reasons,
        List<Standing> worst,
        List<UnhelpfulVote> votes,
        @Nullable Long next) {

    /** @param reason null where none was given */
    public record Count(@Nullable VoteReason reason, long votes) {}

    public record Standing(long id, String name, long helpful, long unhelpful) {

        public int share() {
            return Math.round(100f * helpful / (helpful + unhelpful));
        }
    }
}
