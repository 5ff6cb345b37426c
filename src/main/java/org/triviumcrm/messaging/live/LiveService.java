package org.triviumcrm.messaging.live;

import java.util.Map;
import org.springframework.stereotype.Service;
import org.triviumcrm.identity.SignedIn;
import org.triviumcrm.identity.Viewer;

/** The counts of whoever looks: now, and whenever they change. */
@Service
class LiveService {

    private final LiveStreams streams;

    LiveService(LiveStreams streams) {
        this.streams = streams;
    }

    @SignedIn
    public Map<String, Long> counts(Viewer viewer) {
        return streams.now(viewer.personId());
    }

    /** @param sessionId the stream ends with it */
    @SignedIn
    public LiveStream stream(Viewer viewer, String sessionId) {
        return streams.open(viewer.personId(), sessionId);
    }
}
