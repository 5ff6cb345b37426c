package org.triviumcrm.support.visitor;

import java.io.IOException;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.springframework.http.MediaType;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

/**
 * An open page of a visitor. What was said is sent in its order and once, by its number; between two words it holds no thread and no
 * connection of the database.
 */
final class VisitorStream {

    private final long chatId;
    private final SseEmitter emitter = new SseEmitter(0L);

    /** How often something was heard since somebody began to read; whoever raises it from zero reads. */
    private final AtomicInteger heard = new AtomicInteger();

    private volatile int cursor;

    VisitorStream(long chatId, int cursor) {
        this.chatId = chatId;
        this.cursor = cursor;
    }

    long chatId() {
        return chatId;
    }

    int cursor() {
        return cursor;
    }

    SseEmitter emitter() {
        return emitter;
    }

    /** True for the one who has to read now. */
    boolean hear() {
        return heard.getAndIncrement() == 0;
    }

    int heard() {
        return heard.get();
    }

    /** True when something was heard meanwhile, so that has to be read as well. */
    boolean again(int seen) {
        return heard.addAndGet(-seen) != 0;
    }

    /** False when nobody listens any more. */
    boolean send(List<Said> words) {
        for (Said word : words) {
            if (!send(SseEmitter.event()
                    .id(Integer.toString(word.seq()))
                    .name("said")
                    .data(word, MediaType.APPLICATION_JSON))) {
                return false;
            }
            cursor = word.seq();
        }
        return true;
    }

    boolean writing() {
        return send(SseEmitter.event().name("writing").data(""));
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
