package org.triviumcrm.support.chat;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A talk as its page shows it.
 *
 * @param name of the visitor, as far as anything is known
 * @param language EN or ZH
 * @param page where on the website it began
 * @param customer and {@code contact}: names, known by the visitor's address; null where the viewer does not see them
 * @param visitorHere whether the visitor's page is open
 * @param ticket what it became, as people say it
 */
public record ChatFacts(
        long id,
        String name,
        ChatState state,
        @Nullable ChatEnd endReason,
        long queueId,
        String queue,
        String widget,
        @Nullable Long ownerId,
        @Nullable String owner,
        @Nullable String visitorName,
        @Nullable String visitorEmail,
        @Nullable Long customerId,
        @Nullable String customer,
        @Nullable Long contactId,
        @Nullable String contact,
        String language,
        @Nullable String page,
        Instant createdAt,
        @Nullable Instant waitingSince,
        @Nullable Instant endedAt,
        boolean visitorHere,
        int lastSeq,
        int visitorSeq,
        @Nullable Integer rating,
        @Nullable String remark,
        @Nullable Long ticketId,
        @Nullable String ticket,
        @Nullable Long leadId) {

    public boolean isOver() {
        return state == ChatState.ENDED;
    }

    public boolean isWith(long personId) {
        return state == ChatState.ACTIVE && ownerId != null && ownerId == personId;
    }

    /** Whether where it began can be followed: a visitor's page sends what it likes. */
    public boolean isPageFollowable() {
        return page != null && page.matches("https?://.*");
    }
}
