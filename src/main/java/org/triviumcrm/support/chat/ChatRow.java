package org.triviumcrm.support.chat;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A talk in a list.
 *
 * @param since when something was last said; of one that waits since when it does
 * @param unread how much the visitor has said that its agent has not seen, 100 at most
 * @param lastSeq number of what was said or happened last
 * @param last what was said last
 */
public record ChatRow(
        long id,
        String name,
        ChatState state,
        Instant since,
        String queue,
        int unread,
        int lastSeq,
        String language,
        @Nullable String last) {

    public boolean isWaiting() {
        return state == ChatState.WAITING;
    }
}
