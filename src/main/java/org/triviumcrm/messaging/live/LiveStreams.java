package org.triviumcrm.messaging.live;

import java.time.Clock;
import java.time.Duration;
import java.util.Collection;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/**
 * The open pages on this node. Signals within a moment are answered together by one statement for all people they are about. Ends
 * before the web server begins to wait for open requests, and once a session is over.
 */
@Component
class LiveStreams implements SmartLifecycle {

    /** More pages of one person at once take the place of the oldest. */
    static final int EACH = 12;

    private static final Duration GATHERED = Duration.ofMillis(100);
    private static final Duration CHECKED = Duration.ofSeconds(20);
    private static final Logger LOG = LoggerFactory.getLogger(LiveStreams.class);

    private final LiveCountRepository counts;
    private final Clock clock;
    private final Map<Long, Deque<LiveStream>> open = new ConcurrentHashMap<>();
    private final Set<Long> waiting = ConcurrentHashMap.newKeySet();
    private final AtomicBoolean planned = new AtomicBoolean();
    private volatile boolean running;
    private @Nullable ScheduledExecutorService timer;
    private @Nullable ExecutorService senders;

    LiveStreams(LiveCountRepository counts, Clock clock) {
        this.counts = counts;
        this.clock = clock;
    }

    /** A new page of this person, with the counts of now. */
    LiveStream open(long personId, String sessionId) {
        LiveStream stream = new LiveStream(personId, sessionId);
        if (!running) {
            stream.end();
            return stream;
        }
        stream.emitter().onCompletion(() -> forget(stream));
        stream.emitter().onError(failure -> forget(stream));
        Deque<LiveStream> own = open.computeIfAbsent(personId, id -> new ConcurrentLinkedDeque<>());
        own.addLast(stream);
        while (own.size() > EACH) {
            LiveStream oldest = own.pollFirst();
            if (oldest != null) {
                oldest.end();
            }
        }
        stream.send(now(personId));
        return stream;
    }

    Map<String, Long> now(long personId) {
        return counts.of(List.of(personId)).getOrDefault(personId, Map.of());
    }

    int size() {
        return open.values().stream().mapToInt(Deque::size).sum();
    }

    /** Those of these people whose pages are open here get their counts anew. */
    void changed(Collection<Long> personIds) {
        personIds.stream().filter(open::containsKey).forEach(waiting::add);
        ScheduledExecutorService present = timer;
        if (!waiting.isEmpty() && present != null && running && planned.compareAndSet(false, true)) {
            present.schedule(this::send, GATHERED.toMillis(), TimeUnit.MILLISECONDS);
        }
    }

    /** Those of these people whose pages are open here hear that something has changed. */
    void changed(String topic, Collection<Long> personIds) {
        each(personIds, stream -> stream.send(topic));
    }

    /** After signals may have been missed. */
    void changed() {
        changed(List.copyOf(open.keySet()));
    }

    private void send() {
        planned.set(false);
        List<Long> people = List.copyOf(waiting);
        people.forEach(waiting::remove);
        try {
            counts.of(people).forEach((person, numbers) -> each(List.of(person), stream -> stream.send(numbers)));
        } catch (RuntimeException e) {
            LOG.warn("Counts can't be read: {}", e.getMessage());
        }
    }

    /** Ends the pages of sessions that are over, and keeps the others open. */
    void check() {
        try {
            Set<String> sessions = open.values().stream()
                    .flatMap(Collection::stream)
                    .map(LiveStream::sessionId)
                    .collect(Collectors.toSet());
            if (sessions.isEmpty()) {
                return;
            }
            Set<String> there = counts.open(sessions, clock.instant());
            each(List.copyOf(open.keySet()), stream -> there.contains(stream.sessionId()) && stream.ping());
        } catch (RuntimeException e) {
            LOG.warn("Sessions can't be read: {}", e.getMessage());
        }
    }

    /** Does something with each stream of these people; one that says no has ended. A slow receiver keeps nobody waiting. */
    private void each(Collection<Long> people, Use use) {
        ExecutorService present = senders;
        if (present == null) {
            return;
        }
        for (Long person : people) {
            for (LiveStream stream : open.getOrDefault(person, new ConcurrentLinkedDeque<>())) {
                present.execute(() -> {
                    if (!use.with(stream)) {
                        forget(stream);
                        stream.end();
                    }
                });
            }
        }
    }

    private void forget(LiveStream stream) {
        open.computeIfPresent(stream.personId(), (person, own) -> {
            own.remove(stream);
            return own.isEmpty() ? null : own;
        });
    }

    @Override
    public void start() {
        ScheduledExecutorService present = Executors.newSingleThreadScheduledExecutor(LiveStreams::thread);
        present.scheduleWithFixedDelay(this::check, CHECKED.toSeconds(), CHECKED.toSeconds(), TimeUnit.SECONDS);
        timer = present;
        senders = Executors.newCachedThreadPool(LiveStreams::thread);
        running = true;
    }

    @Override
    public void stop() {
        running = false;
        if (timer != null) {
            timer.shutdownNow();
        }
        open.values().forEach(own -> own.forEach(LiveStream::end));
        open.clear();
        if (senders != null) {
            senders.shutdownNow();
        }
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    private static Thread thread(Runnable work) {
        Thread thread = new Thread(work, "live");
        thread.setDaemon(true);
        return thread;
    }

    private interface Use {
        boolean with(LiveStream stream);
    }
}
