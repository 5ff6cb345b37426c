package org.triviumcrm.support.visitor;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.ClassPathResource;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseBody;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

/** The public addresses to which the widgets on websites speak; nobody is signed in, no cookie is set or read. */
@Controller
@RequestMapping(VisitorController.PATH)
class VisitorController {

    static final String PATH = "/chat/{key}";
    static final String TOKEN = "X-Chat-Token";

    private static final String SCRIPT = "chat/widget.js";

    private final VisitorService visitors;
    private final SentReader reader;
    private final byte[] script;

    VisitorController(VisitorService visitors, SentReader reader) throws IOException {
        this.visitors = visitors;
        this.reader = reader;
        this.script = new ClassPathResource(SCRIPT).getContentAsByteArray();
    }

    @GetMapping("/widget.js")
    ResponseEntity<byte[]> script(@PathVariable String key) {
        return ResponseEntity.ok()
                .contentType(new MediaType("text", "javascript", StandardCharsets.UTF_8))
                .cacheControl(CacheControl.maxAge(Duration.ofMinutes(10)).cachePublic())
                .header("Cross-Origin-Resource-Policy", "cross-origin")
                .body(script);
    }

    @GetMapping("/settings")
    @ResponseBody
    WidgetView settings(@PathVariable String key, @RequestParam(required = false) @Nullable String language) {
        return visitors.view(key, language);
    }

    @PostMapping("/talks")
    ResponseEntity<Void> begin(
            @PathVariable String key,
            @RequestHeader(name = TOKEN, required = false) @Nullable String token,
            HttpServletRequest request)
            throws IOException {
        visitors.begin(key, token, reader.read(request), request.getRemoteAddr());
        return done();
    }

    @PostMapping("/words")
    ResponseEntity<Void> say(
            @PathVariable String key,
            @RequestHeader(name = TOKEN, required = false) @Nullable String token,
            HttpServletRequest request)
            throws IOException {
        visitors.say(key, token, reader.read(request));
        return done();
    }

    /** For pages that can't have a stream. */
    @GetMapping("/words")
    @ResponseBody
    List<Said> words(
            @PathVariable String key,
            @RequestHeader(name = TOKEN, required = false) @Nullable String token,
            @RequestParam(defaultValue = "0") int after) {
        return visitors.words(key, token, after);
    }

    @GetMapping(path = "/stream", produces = MediaType.TEXT_EVENT_STREAM_VALUE)
    SseEmitter stream(
            @PathVariable String key,
            @RequestHeader(name = TOKEN, required = false) @Nullable String token,
            @RequestParam(defaultValue = "0") int after,
            HttpServletResponse response) {
        // a proxy that gathers the answer would keep it to the end
        response.setHeader("X-Accel-Buffering", "no");
        return visitors.stream(key, token, after).emitter();
    }

    @PostMapping("/writing")
    ResponseEntity<Void> writing(
            @PathVariable String key, @RequestHeader(name = TOKEN, required = false) @Nullable String token) {
        visitors.writing(key, token);
        return done();
    }

    private static ResponseEntity<Void> done() {
        return ResponseEntity.noContent().build();
    }
}
