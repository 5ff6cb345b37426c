package org.triviumcrm.support.visitor;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;

/** The public addresses for the end of a talk, and for when nobody is there. */
@Controller
@RequestMapping(VisitorController.PATH)
class VisitorLetterController {

    private static final String TOKEN = VisitorController.TOKEN;

    private final VisitorService visitors;
    private final VisitorLetterService letters;
    private final SentReader reader;

    VisitorLetterController(VisitorService visitors, VisitorLetterService letters, SentReader reader) {
        this.visitors = visitors;
        this.letters = letters;
        this.reader = reader;
    }

    @PostMapping("/end")
    ResponseEntity<Void> end(
            @PathVariable String key, @RequestHeader(name = TOKEN, required = false) @Nullable String token) {
        visitors.end(key, token);
        return done();
    }

    @PostMapping("/rating")
    ResponseEntity<Void> rate(
            @PathVariable String key,
            @RequestHeader(name = TOKEN, required = false) @Nullable String token,
            HttpServletRequest request)
            throws IOException {
        letters.rate(key, token, reader.read(request));
        return done();
    }

    @PostMapping("/transcript")
    ResponseEntity<Void> mail(
            @PathVariable String key,
            @RequestHeader(name = TOKEN, required = false) @Nullable String token,
            HttpServletRequest request)
            throws IOException {
        letters.mail(key, token, reader.read(request));
        return done();
    }

    @PostMapping("/letters")
    ResponseEntity<Void> leave(
            @PathVariable String key,
            @RequestHeader(name = TOKEN, required = false) @Nullable String token,
            HttpServletRequest request)
            throws IOException {
        letters.leave(key, token, reader.read(request), request.getRemoteAddr());
        return done();
    }

    private static ResponseEntity<Void> done() {
        return ResponseEntity.noContent().build();
    }
}
