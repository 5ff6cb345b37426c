package org.triviumcrm.messaging.live;

import java.io.IOException;
import java.util.Map;
import org.springframework.http.MediaType;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

/** An open page of a person that gets counts. Between two counts it holds no thread and no connection of the database. */
final class LiveStream {

    private final long personId;
    private final String sessionId;
    private final SseEmitter emitter = new SseEmitter(0L);

    LiveStream(long personId, String sessionId) {
        this.personId = personId;
        this.sessionId = sessionId;
    }

    long personId() {
        return personId;
    }

    String sessionId() {
        return sessionId;
    }

    SseEmitter emitter() {
        return emitter;
    }

    /** False when nobody listens any more. */
    boolean send(Map<String, Long> counts) {
        return send(SseEmitter.event().name("counts").data(counts, MediaType.APPLICATION_JSON));
    }

    /** Something else that pages show has changed. */
    boolean send(String topic) {
        return send(SseEmitter.event().name("changed").data(topic));
    }

    /** Keeps proxies from closing it, and finds out whether anybody is there. */
    boolean ping() {
        return send(SseEmitter.event().comment(""));
    }

    void end() {
        try {
            emitter.complete();
        } catch (RuntimeException e) {
            // it had ended by itself
        }
    }

    private boolean send(SseEmitter.SseEventBuilder event) {
        try {
            emitter.send(event);
            return true;
        } catch (IOException | IllegalStateException e) {
            return false;
        }
    }
}
