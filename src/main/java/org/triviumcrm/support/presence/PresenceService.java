package org.triviumcrm.support.presence;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.triviumcrm.identity.Viewer;
import org.triviumcrm.messaging.LiveTopics;
import org.triviumcrm.shared.web.NotFound;

/** Who else has a ticket before them, and who writes in it. Pages say every twenty seconds that they are still open. */
@Service
public class PresenceService {

    /** Whoever has not been heard of for so long is gone. */
    static final Duration GONE = Duration.ofSeconds(50);

    static final String TOPIC = "ticket:";

    private final PresenceRepository presence;
    private final LiveTopics topics;
    private final Clock clock;

    PresenceService(PresenceRepository presence, LiveTopics topics, Clock clock) {
        this.presence = presence;
        this.topics = topics;
        this.clock = clock;
    }

    /**
     * The viewer is there; others who are hear of it when that is news.
     *
     * @return the others
     * @throws NotFound when the viewer does not see the ticket
     */
    @CanSeePresence
    @Transactional
    public List<Onlooker> look(Viewer viewer, long ticketId, Window window, boolean writing) {
        Instant now = clock.instant();
        Instant since = now.minus(GONE);
        boolean news =
                presence.note(viewer, ticketId, window, writing, now, since).orElseThrow(NotFound::new);
        List<Onlooker> others = presence.others(ticketId, viewer.personId(), since);
        if (news) {
            tell(ticketId, others);
            presence.sweep(since);
        }
        return others;
    }

    /**
     * How much others have written in the ticket since a message.
     *
     * @param seen id of the last message that the viewer has before them, 0 for none
     * @throws NotFound when the viewer does not see the ticket
     */
    @CanSeePresence
    @Transactional
    public long unseen(Viewer viewer, long ticketId, long seen) {
        if (!presence.isVisible(viewer, ticketId)) {
            throw new NotFound();
        }
        return presence.written(ticketId, seen, viewer.personId());
    }

    /**
     * A window of the viewer is closed, perhaps because the ticket went to somebody else.
     *
     * @throws NotFound when the viewer neither was there nor sees the ticket
     */
    @CanSeePresence
    @Transactional
    public void leave(Viewer viewer, long ticketId, Window window) {
        Instant now = clock.instant();
        if (presence.leave(viewer, ticketId, window, now)) {
            tell(ticketId, presence.others(ticketId, viewer.personId(), now.minus(GONE)));
        } else if (!presence.isVisible(viewer, ticketId)) {
            throw new NotFound();
        }
    }

    private void tell(long ticketId, List<Onlooker> others) {
        topics.changed(TOPIC + ticketId, others.stream().map(Onlooker::id).toList());
    }
}
