package org.triviumcrm.support.vote;

import jakarta.annotation.PreDestroy;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.springframework.stereotype.Component;

/**
 * Counts how often articles are read. Each node gathers what it saw and writes it now and then in one statement: reading costs
 * nothing, and what is lost when a node dies is half a minute of a number that nobody needs to the last digit.
 */
@Component
public class ViewCounter {

    private static final Duration GATHERED = Duration.ofSeconds(30);

    private final ViewRepository views;
    private final Clock clock;
    private Map<Long, Long> seen = new HashMap<>();
    private Instant since = Instant.EPOCH;

    ViewCounter(ViewRepository views, Clock clock) {
        this.views = views;
        this.clock = clock;
    }

    public void count(long articleId) {
        Instant now = clock.instant();
        boolean due;
        synchronized (this) {
            due = !seen.isEmpty() && since.plus(GATHERED).isBefore(now);
            if (seen.isEmpty()) {
                since = now;
            }
            seen.merge(articleId, 1L, Long::sum);
        }
        if (due) {
            write();
        }
    }

    /** What was gathered so far. */
    @PreDestroy
    public void write() {
        Map<Long, Long> gathered;
        synchronized (this) {
            gathered = seen;
            seen = new HashMap<>();
        }
        if (!gathered.isEmpty()) {
            views.add(gathered);
        }
    }
}
