package org.triviumcrm.support.chat;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A talk in a list.
 *
 * @param since when something was last said; of one that waits since when it does
 * @param unread whether the visitor has said something that its agent has not seen
 * @param last what was said last
 */
public record ChatRow(
        long id,
        String name,
        ChatState state,
        Instant since,
        String queue,
        boolean unread,
        String language,
        @Nullable String last) {

    public boolean isWaiting() {
        return state == ChatState.WAITING;
    }
}
