package org.triviumcrm.support.visitor;

import java.time.Clock;
import java.time.Duration;
import java.util.Collection;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;
import org.triviumcrm.messaging.LiveRoomListener;
import org.triviumcrm.support.chat.ChatRepository;

/**
 * The open pages of visitors on this node. A signal says only that there is something to read; each page reads on from what it has,
 * so that nothing comes twice, out of order or not at all, whatever becomes of signals. What was missed is found every few seconds.
 */
@Component
class VisitorStreams implements SmartLifecycle, LiveRoomListener {

    /** More pages with one talk at once take the place of the oldest. */
    static final int EACH = 4;

    /** Of one node; whoever comes beyond asks from time to time. */
    static final int MOST = 5_000;

    private static final int PART = 200;
    private static final Duration CHECKED = Duration.ofSeconds(10);
    private static final Pattern ROOM = Pattern.compile("chat:(\\d{1,18})");
    private static final Logger LOG = LoggerFactory.getLogger(VisitorStreams.class);

    private final ChatRepository chats;
    private final VisitorPresenceRepository presence;
    private final Clock clock;
    private final Map<Long, Deque<VisitorStream>> open = new ConcurrentHashMap<>();

    /** Leaves connections of the database to others. */
    private final Semaphore reading = new Semaphore(4);

    private volatile boolean running;
    private @Nullable ScheduledExecutorService timer;
    private @Nullable ExecutorService senders;

    VisitorStreams(ChatRepository chats, VisitorPresenceRepository presence, Clock clock) {
        this.chats = chats;
        this.presence = presence;
        this.clock = clock;
    }

    boolean isFull() {
        return !running || size() >= MOST;
    }

    /** A page that has everything until this number. */
    VisitorStream open(long chatId, int cursor) {
        VisitorStream stream = new VisitorStream(chatId, cursor);
        if (!running) {
            stream.end();
            return stream;
        }
        stream.emitter().onCompletion(() -> forget(stream));
        stream.emitter().onError(failure -> forget(stream));
        Deque<VisitorStream> own = open.computeIfAbsent(chatId, id -> new ConcurrentLinkedDeque<>());
        own.addLast(stream);
        while (own.size() > EACH) {
            VisitorStream oldest = own.pollFirst();
            if (oldest != null) {
                oldest.end();
            }
        }
        stream.ping(); // so that the page knows it is connected
        read(stream);
        return stream;
    }

    int size() {
        return open.values().stream().mapToInt(Deque::size).sum();
    }

    @Override
    public void heard(String room, String word) {
        Matcher chat = ROOM.matcher(room);
        if (chat.matches()) {
            for (VisitorStream stream : of(Long.valueOf(chat.group(1)))) {
                if (word.equals("writing")) {
                    run(() -> keep(stream, stream.writing()));
                } else {
                    read(stream);
                }
            }
        }
    }

    @Override
    public void missed() {
        each().forEach(this::read);
    }

    /** The present thread never waits: whoever is the first to hear of something has it read by another one. */
    private void read(VisitorStream stream) {
        if (stream.hear()) {
            run(() -> readOn(stream));
        }
    }

    private void readOn(VisitorStream stream) {
        int seen;
        do {
            seen = stream.heard();
            if (!keep(stream, sendNew(stream))) {
                return;
            }
        } while (stream.again(seen));
    }

    private boolean sendNew(VisitorStream stream) {
        try {
            List<Said> words;
            do {
                words = words(stream);
                if (!stream.send(words)) {
                    return false;
                }
            } while (words.size() == PART);
            return true;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        } catch (RuntimeException e) {
            LOG.warn("A talk can't be read; its page connects again: {}", e.getMessage());
            return false;
        }
    }

    private List<Said> words(VisitorStream stream) throws InterruptedException {
        reading.acquire();
        try {
            return Said.of(chats.words(stream.chatId(), stream.cursor(), true, PART));
        } finally {
            reading.release();
        }
    }

    /** Visitors with an open page are there. Finds what was said while signals could not be heard. */
    void check() {
        try {
            each().forEach(stream -> run(() -> keep(stream, stream.ping())));
            if (!open.isEmpty()) {
                Map<Long, Integer> last = presence.seen(open.keySet(), clock.instant());
                each().stream()
                        .filter(stream -> last.getOrDefault(stream.chatId(), 0) > stream.cursor())
                        .forEach(this::read);
            }
        } catch (RuntimeException e) {
            LOG.warn("Talks can't be looked after: {}", e.getMessage());
        }
    }

    private boolean keep(VisitorStream stream, boolean alive) {
        if (!alive) {
            forget(stream);
            stream.end();
        }
        return alive;
    }

    private void run(Runnable work) {
        ExecutorService present = senders;
        if (present != null && running) {
            try {
                present.execute(work);
            } catch (RejectedExecutionException e) {
                // the node ends, and its pages with it
            }
        }
    }

    private Collection<VisitorStream> of(long chatId) {
        return open.getOrDefault(chatId, new ConcurrentLinkedDeque<>());
    }

    private List<VisitorStream> each() {
        return open.values().stream().flatMap(Collection::stream).toList();
    }

    private void forget(VisitorStream stream) {
        open.computeIfPresent(stream.chatId(), (chat, own) -> {
            own.remove(stream);
            return own.isEmpty() ? null : own;
        });
    }

    @Override
    public void start() {
        ScheduledExecutorService present = Executors.newSingleThreadScheduledExecutor(VisitorStreams::thread);
        present.scheduleWithFixedDelay(this::check, CHECKED.toSeconds(), CHECKED.toSeconds(), TimeUnit.SECONDS);
        timer = present;
        senders = Executors.newCachedThreadPool(VisitorStreams::thread);
        running = true;
    }

    @Override
    public void stop() {
        running = false;
        if (timer != null) {
            timer.shutdownNow();
        }
        each().forEach(VisitorStream::end);
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
        Thread thread = new Thread(work, "visitors");
        thread.setDaemon(true);
        return thread;
    }
}
