package org.triviumcrm.calendar.feed;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import org.springframework.http.CacheControl;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestHeader;
import org.triviumcrm.identity.Viewer;

/** What other calendars read: somebody's feed without a sign-in, and single entries as files. */
@Controller
class FeedController {

    private static final MediaType CALENDAR = new MediaType("text", "calendar", StandardCharsets.UTF_8);
    private static final Duration PAUSE = Duration.ofHours(1);

    private final FeedService feeds;

    FeedController(FeedService feeds) {
        this.feeds = feeds;
    }

    @GetMapping("/calendar/feed/{feedToken:[A-Za-z0-9_-]{43}}.ics")
    ResponseEntity<byte[]> feed(
            @PathVariable String feedToken,
            @RequestHeader(name = HttpHeaders.IF_NONE_MATCH, required = false) Optional<String> known) {
        String text = feeds.read(feedToken);
        String tag = "\"" + FeedKey.hash(text) + "\"";
        ResponseEntity.BodyBuilder answer =
                known.filter(tags -> tags.contains(tag)).isPresent()
                        ? ResponseEntity.status(HttpStatus.NOT_MODIFIED)
                        : ResponseEntity.ok().contentType(CALENDAR);
        answer.eTag(tag).cacheControl(CacheControl.noCache().cachePrivate());
        return known.filter(tags -> tags.contains(tag)).isPresent()
                ? answer.build()
                : answer.body(text.getBytes(StandardCharsets.UTF_8));
    }

    @GetMapping("/calendar/entries/{id:\\d+}/file")
    ResponseEntity<byte[]> file(@PathVariable long id, Viewer viewer) {
        return ResponseEntity.ok()
                .contentType(CALENDAR)
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment()
                                .filename("trivium-" + id + ".ics")
                                .build()
                                .toString())
                .body(feeds.file(viewer, id).getBytes(StandardCharsets.UTF_8));
    }

    @ExceptionHandler(FeedService.TooOften.class)
    ResponseEntity<Void> tooOften() {
        return ResponseEntity.status(HttpStatus.TOO_MANY_REQUESTS)
                .header(HttpHeaders.RETRY_AFTER, Long.toString(PAUSE.toSeconds()))
                .build();
    }
}
