package org.triviumcrm.support.chat;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Something said in a talk, or something that happened.
 *
 * @param seq its number in the talk
 * @param author name of whoever said or did it; null for the visitor, and for what happened by itself
 * @param body what was said; of an event its {@link ChatEvent}
 * @param file that it is, null for words
 * @param clientId what its sender calls it; null for events
 */
public record ChatWord(
        int seq,
        ChatWordKind kind,
        Instant at,
        @Nullable Long authorId,
        @Nullable String author,
        String body,
        @Nullable ChatFile file,
        @Nullable String clientId) {

    public boolean isEvent() {
        return kind == ChatWordKind.EVENT;
    }

    public boolean isFromVisitor() {
        return kind == ChatWordKind.VISITOR;
    }
}
