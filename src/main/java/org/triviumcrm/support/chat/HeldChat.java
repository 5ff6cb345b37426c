package org.triviumcrm.support.chat;

import org.jspecify.annotations.Nullable;

/** A talk as it stands while nobody else can change it. @param read the last message that its agent has seen */
public record HeldChat(
        long id,
        long widgetId,
        long queueId,
        ChatState state,
        @Nullable Long ownerId,
        int lastSeq,
        int visitorSeq,
        int read,
        boolean answered,
        @Nullable Long ticketId,
        @Nullable Long leadId) {

    public boolean isOver() {
        return state == ChatState.ENDED;
    }

    boolean isWith(long personId) {
        return state == ChatState.ACTIVE && ownerId != null && ownerId == personId;
    }
}
