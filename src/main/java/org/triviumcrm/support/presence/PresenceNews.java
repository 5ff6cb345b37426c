package org.triviumcrm.support.presence;

import java.time.Clock;
import java.util.List;
import org.springframework.stereotype.Component;
import org.triviumcrm.messaging.LiveTopics;

/** Tells everybody who has a ticket before them that it is to be looked at again. */
@Component
class PresenceNews {

    private static final long NOBODY = 0;

    private final PresenceRepository presence;
    private final LiveTopics topics;
    private final Clock clock;

    PresenceNews(PresenceRepository presence, LiveTopics topics, Clock clock) {
        this.presence = presence;
        this.topics = topics;
        this.clock = clock;
    }

    void tell(long ticketId) {
        List<Onlooker> there = presence.others(ticketId, NOBODY, clock.instant().minus(PresenceService.GONE));
        if (!there.isEmpty()) {
            topics.changed(
                    PresenceService.TOPIC + ticketId,
                    there.stream().map(Onlooker::id).toList());
        }
    }
}
